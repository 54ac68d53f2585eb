// Who may do what with a promotion. Everybody who works here sees and edits all of them. Pure; the screens ask the same.
type Person = { id: string; role: 'staff' | 'admin' };

export function promotionAbilities(viewer: Person, promotion: { creatorId: string }) {
  return {
    edit: true,
    remove: viewer.role === 'admin' || viewer.id === promotion.creatorId,
  };
}
