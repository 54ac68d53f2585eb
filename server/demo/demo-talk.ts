// What people of the demo company say to each other: small dialogues, with answers, reactions, calls by name and lists.
import type { MessageRow } from '../chat/chat.row.ts';
import { NEW_MESSAGE } from '../chat/chat.row.ts';
import type { DemoRandom } from './demo-random.ts';

/** Said by different people in turn; `{name}` is somebody in the room; `↩` answers the line before it. */
const DIALOGUES: readonly (readonly string[])[] = [
  ['좋은 아침입니다!', '좋은 아침이에요 ☀️'],
  ['점심 뭐 드실래요?', '저는 김치찌개요 ㅎㅎ', '↩ 저도요!', '그럼 12시에 1층에서 봬요'],
  [
    '거래처에서 연락 왔어요. 단가 조정 가능한지 물어보네요',
    '↩ 몇 퍼센트요?',
    '5%요',
    '@{name} 님 의견은 어떠세요?',
  ],
  [
    '다음 주 월요일 오전 9시에 **주간 회의** 있습니다\n- 지난주 실적\n- 신제품 일정\n- 광고 예산',
    '네 확인했어요',
    '자료 미리 올려 둘게요',
  ],
  [
    '배너 시안 두 가지 중에 어떤 게 나을까요?',
    '↩ 저는 두 번째가 좋아요',
    '동의합니다',
    '그럼 두 번째로 갈게요 👍',
  ],
  ['재고가 얼마나 남았는지 아시는 분?', '↩ 창고에 120개 있어요', '오 다행이네요'],
  [
    '고객 문의가 많이 들어와서 답변 문구를 정해야 할 것 같아요',
    '초안은 제가 볼게요',
    '@{name} 님도 같이 봐 주세요',
    '넵',
  ],
  ['이번 주 금요일 회식 참석하실 분 손!', '저요!', '저요', '저는 선약이 있어요 ㅠㅠ'],
  [
    '수정본 올렸습니다. 확인 부탁드려요',
    '↩ 3쪽 금액만 다시 봐 주세요',
    '고쳤어요',
    '수고하셨습니다!',
  ],
  [
    '링크가 안 열리는데 다시 보내 주실 수 있나요?',
    'https://example.com/promotion/spring 여기예요',
    '이제 열려요. 감사합니다',
  ],
  [
    '프로모션 시작일이 바뀌었어요. 다들 확인해 주세요',
    '↩ 언제로요?',
    '다음 주 화요일이요',
    '네 참고할게요',
  ],
  ['내일 외근이라 오후에만 자리에 있어요', '넵 알겠습니다'],
  ['이거 누가 담당이죠?', '제가 볼게요', '↩ 감사합니다 🙏'],
  ['오늘 3시까지 정리해서 올릴게요', '퇴근 전에 한 번만 더 봐 주세요', '네!'],
  ['할인 코드는 `HARU10` 이에요', '고객 안내문에도 넣을게요'],
  ['회의 10분 뒤에 시작할게요', '5분만 늦을게요', '천천히 오세요'],
];
const EMOJIS = ['👍', '❤️', '😂', '🙏', '✅'];
const MINUTE_MS = 60_000;

type Room = { roomId: string; memberIds: readonly string[]; messages: number };
type Office = { random: DemoRandom; now: Date; nameOf: (userId: string) => string };

/** Oldest first: bursts of talk over some weeks, the last one in the past hour. */
export function demoTalk(office: Office, room: Room): MessageRow[] {
  const { random, now } = office;
  const lines: MessageRow[] = [];
  while (lines.length < room.messages) {
    const words = random.of(DIALOGUES);
    lines.push(...dialogue(office, { ...room, messages: room.messages - lines.length }, words));
  }
  let atMs = now.getTime() - random.int(50) * MINUTE_MS;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined) break;
    lines[at] = { ...line, no: at + 1, createdAt: new Date(atMs) };
    atMs -= random.chance(88) ? random.int(4 * MINUTE_MS) : random.int(9 * 60) * MINUTE_MS;
  }
  return lines;
}

function dialogue(office: Office, room: Room, words: readonly string[]): MessageRow[] {
  const { random, nameOf, now } = office;
  const lines: MessageRow[] = [];
  for (const said of words.slice(0, room.messages)) {
    const before = lines.at(-1);
    const others = room.memberIds.filter((userId) => userId !== before?.authorId);
    const authorId = random.of(others.length === 0 ? room.memberIds : others);
    const isAnswer = said.startsWith('↩ ');
    const called = said.includes('{name}')
      ? random.of(room.memberIds.filter((userId) => userId !== authorId))
      : null;
    lines.push({
      ...NEW_MESSAGE,
      id: random.id(),
      roomId: room.roomId,
      no: 0,
      authorId,
      body: (isAnswer ? said.slice(2) : said).replace(
        '{name}',
        called === null ? '' : nameOf(called),
      ),
      replyToId: isAnswer ? (before?.id ?? null) : null,
      mentionIds: called === null ? [] : [called],
      reactions: random.chance(7) ? reactionsOf(random, room.memberIds, authorId) : [],
      createdAt: now,
    });
  }
  return lines;
}

function reactionsOf(random: DemoRandom, memberIds: readonly string[], authorId: string) {
  const others = memberIds.filter((userId) => userId !== authorId);
  return [{ emoji: random.of(EMOJIS), userIds: random.some(others, 1 + random.int(3)) }];
}
