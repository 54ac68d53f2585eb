// The people and teams of the demo company, before they are rows. user01–user03 are the admins.
export const DEMO_PASSWORD = 'demo-haru-2026';

export const DEMO_TEAMS = [
  '영업팀',
  '마케팅팀',
  '디자인팀',
  '개발팀',
  '고객지원팀',
  '경영지원팀',
] as const;

export const DEMO_NAMES = [
  '김민수',
  '이서연',
  '박지훈',
  '최지영',
  '정우진',
  '강하린',
  '조현우',
  '윤서아',
  '장도윤',
  '임수빈',
  '한지민',
  '오태현',
  '서예은',
  '신동욱',
  '권나연',
  '황준호',
  '안소희',
  '송재원',
  '전유진',
  '홍성민',
  '유하은',
  '고은찬',
  '문채원',
  '양시우',
  '손다은',
  '배준영',
  '백아름',
  '허건우',
  '남궁민',
  '심은지',
  '노지호',
  '하윤서',
  '곽태영',
  '성미나',
  '차승현',
  '주예린',
  '우상혁',
  '구하늘',
  '민경아',
  '선우진',
] as const;

export const DEMO_ADMINS = 3;

export function demoUsername(at: number): string {
  return `user${String(at + 1).padStart(2, '0')}`;
}
