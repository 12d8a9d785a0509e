<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Desk</name>
    <message>
        <source>The desktop of a city office.</source>
        <translation>시청 업무를 한자리에서 다루는 데스크톱입니다.</translation>
    </message>
    <message>
        <source>The office to open.</source>
        <translation>열 기관 데이터의 위치.</translation>
    </message>
    <message>
        <source>Who acts.</source>
        <translation>작업하는 사람의 사번.</translation>
    </message>
    <message>
        <source>The day of the question.</source>
        <translation>기준일.</translation>
    </message>
    <message>
        <source>light, dark, or contrast.</source>
        <translation>light(밝게), dark(어둡게), contrast(선명하게).</translation>
    </message>
    <message>
        <source>Text size in per cent, 80 to 200.</source>
        <translation>글자 크기(%), 80~200.</translation>
    </message>
    <message>
        <source>ko or en.</source>
        <translation>ko 또는 en.</translation>
    </message>
    <message>
        <source>Saves a picture of every page in every theme, and quits.</source>
        <translation>모든 화면을 세 가지 테마로 그림으로 저장하고 끝냅니다.</translation>
    </message>
</context>
<context>
    <name>naru::ui::AsOfButton</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Day of the question</source>
        <translation>기준일</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Everything is shown as of today. Choose another day (Ctrl+D).</source>
        <translation>오늘을 기준으로 보여 줍니다. 다른 날을 고를 수 있습니다(Ctrl+D).</translation>
    </message>
    <message>
        <source>Everything is shown as of this day, not today (Ctrl+D).</source>
        <translation>오늘이 아니라 이 날을 기준으로 보여 줍니다(Ctrl+D).</translation>
    </message>
</context>
<context>
    <name>naru::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>무엇을 할까요? 이름이나 초성을 입력하세요</translation>
    </message>
    <message>
        <source>No command is called “%1”</source>
        <translation>‘%1’(이)라는 명령이 없습니다</translation>
    </message>
</context>
<context>
    <name>naru::ui::Failure</name>
    <message>
        <source>The computer could not do it. Nothing was changed. Try again; if it fails again, tell the administrator the reason below.</source>
        <translation>처리하지 못했습니다. 바뀐 것은 없습니다. 다시 해 보고, 그래도 안 되면 아래 사유를 관리자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>This request makes no sense here. Nothing was changed.</source>
        <translation>여기서는 할 수 없는 요청입니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The content is not what it should be. Nothing was changed. Check the file or the value and try again.</source>
        <translation>내용이 올바르지 않습니다. 바뀐 것은 없습니다. 파일이나 값을 확인하고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>It is not there any more, or on this day. Choose another day, or refresh.</source>
        <translation>지금은 없거나 이 날에는 없던 것입니다. 기준일을 바꾸거나 새로 고쳐 주세요.</translation>
    </message>
    <message>
        <source>A person must decide first. Nothing was applied. Answer the open questions.</source>
        <translation>먼저 사람이 정해야 할 것이 있습니다. 적용한 것은 없습니다. 확인할 것에 답해 주세요.</translation>
    </message>
    <message>
        <source>You have no right to do this. Ask the person in charge or the administrator.</source>
        <translation>이 일을 할 권한이 없습니다. 담당자나 관리자에게 문의하세요.</translation>
    </message>
    <message>
        <source>The records have changed meanwhile, so nothing was applied. Make the plan again and look at what differs.</source>
        <translation>그사이 기록이 바뀌어 적용하지 않았습니다. 계획을 다시 만들어 달라진 것을 확인하세요.</translation>
    </message>
    <message>
        <source>It is in use by someone else or cannot be reached. Try again in a moment.</source>
        <translation>다른 곳에서 쓰고 있거나 연결되지 않습니다. 잠시 뒤 다시 해 주세요.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>취소했습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The file is locked with a password. Save it without one.</source>
        <translation>암호가 걸린 파일입니다. 암호를 풀어 저장한 뒤 다시 열어 주세요.</translation>
    </message>
    <message>
        <source>The letters of this PDF are drawings. It must be read by OCR.</source>
        <translation>글자가 그림(곡선)으로 된 PDF입니다. 문자 인식(OCR)이 필요합니다.</translation>
    </message>
    <message>
        <source>The file ends too early. Get it again from the sender.</source>
        <translation>파일이 중간에 끊겨 있습니다. 보낸 곳에서 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The format of this file is not known.</source>
        <translation>알 수 없는 형식의 파일입니다.</translation>
    </message>
    <message>
        <source>The file is larger than may be read.</source>
        <translation>읽을 수 있는 크기를 넘는 파일입니다.</translation>
    </message>
    <message>
        <source>%1 (Reason: %2)</source>
        <translation>%1 (사유: %2)</translation>
    </message>
</context>
<context>
    <name>naru::ui::LookMenu</name>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Theme: as the desktop</source>
        <translation>테마: 시스템 설정 따름</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>테마: 밝게</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>테마: 어둡게</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation>테마: 선명하게</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>줄 간격</translation>
    </message>
    <message>
        <source>Density: dense</source>
        <translation>줄 간격: 촘촘</translation>
    </message>
    <message>
        <source>Density: normal</source>
        <translation>줄 간격: 보통</translation>
    </message>
    <message>
        <source>Density: wide</source>
        <translation>줄 간격: 넓게</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Text size 100 %</source>
        <translation>글자 크기 100%</translation>
    </message>
    <message>
        <source>Text size 150 %</source>
        <translation>글자 크기 150%</translation>
    </message>
    <message>
        <source>Text size 200 %</source>
        <translation>글자 크기 200%</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Text size: %1 %</source>
        <translation>글자 크기: %1%</translation>
    </message>
</context>
<context>
    <name>naru::ui::MainWindow</name>
    <message>
        <source>Naru</source>
        <translation>나루</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>통합검색</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>Choose the day</source>
        <translation>기준일 고르기</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>오늘로 돌아오기</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>다음 영역으로</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>이동: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>✓ Saved %1</source>
        <translation>✓ 저장됨 %1</translation>
    </message>
    <message>
        <source>%1 – Naru</source>
        <translation>%1 – 나루</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
</context>
<context>
    <name>naru::ui::MessageBar</name>
    <message>
        <source>Copy the message</source>
        <translation>메시지 복사</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>메시지 닫기</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>naru::ui::Navigation</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
</context>
<context>
    <name>naru::ui::NavigationModel</name>
    <message>
        <source>In preparation (%1)</source>
        <translation>준비 중 (%1)</translation>
    </message>
    <message>
        <source>%1: in preparation</source>
        <translation>%1: 준비 중</translation>
    </message>
</context>
<context>
    <name>naru::ui::NoticeModel</name>
    <message>
        <source>Waits for you: %1</source>
        <translation>확인 필요: %1</translation>
    </message>
    <message>
        <source>Waits for you · %1</source>
        <translation>확인 필요 · %1</translation>
    </message>
</context>
<context>
    <name>naru::ui::NoticePanel</name>
    <message>
        <source>Nothing waits for you.</source>
        <translation>확인할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>알림</translation>
    </message>
</context>
<context>
    <name>naru::ui::PageHeader</name>
    <message>
        <source>More actions</source>
        <translation>더 많은 동작</translation>
    </message>
</context>
<context>
    <name>naru::ui::Pages</name>
    <message>
        <source>Ways of working</source>
        <translation>일하는 방식</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>정책관리</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>소통·공개</translation>
    </message>
    <message>
        <source>Results and people</source>
        <translation>성과·인사</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>관리</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>홈</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Online reports</source>
        <translation>온라인보고</translation>
    </message>
    <message>
        <source>Mayor&apos;s words</source>
        <translation>시장님 말씀</translation>
    </message>
    <message>
        <source>Calendar and diary</source>
        <translation>일정·일지</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>회의</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>인계인수</translation>
    </message>
    <message>
        <source>Weekly and monthly reports</source>
        <translation>주월간보고</translation>
    </message>
    <message>
        <source>Tasks and evaluation</source>
        <translation>과제·평가 연계</translation>
    </message>
    <message>
        <source>Citizens&apos; indicators</source>
        <translation>시민행복지표</translation>
    </message>
    <message>
        <source>Directives and pledges</source>
        <translation>지시·공약</translation>
    </message>
    <message>
        <source>Policy library</source>
        <translation>정책자료실</translation>
    </message>
    <message>
        <source>TALK</source>
        <translation>TALK</translation>
    </message>
    <message>
        <source>Open debate</source>
        <translation>자유토론방</translation>
    </message>
    <message>
        <source>City dashboard</source>
        <translation>시정 대시보드</translation>
    </message>
    <message>
        <source>Department dashboard</source>
        <translation>부서 대시보드</translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation>대시민 정보공개</translation>
    </message>
    <message>
        <source>Rate of open documents</source>
        <translation>원문공개율</translation>
    </message>
    <message>
        <source>Department performance</source>
        <translation>부서 성과평가</translation>
    </message>
    <message>
        <source>Organisation and people</source>
        <translation>조직도·사용자</translation>
    </message>
    <message>
        <source>Personnel orders</source>
        <translation>인사발령</translation>
    </message>
    <message>
        <source>Wished posts</source>
        <translation>희망인사</translation>
    </message>
    <message>
        <source>Robots</source>
        <translation>로봇</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>naru::ui::ResultList</name>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
</context>
<context>
    <name>naru::ui::ResultModel</name>
    <message>
        <source>More …</source>
        <translation>더 보기 …</translation>
    </message>
</context>
<context>
    <name>naru::ui::SearchBox</name>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>지시사항</translation>
    </message>
    <message>
        <source>Personnel orders</source>
        <translation>인사발령</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>인계인수</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>통합검색</translation>
    </message>
    <message>
        <source>Search everything   Ctrl+K</source>
        <translation>통합검색   Ctrl+K</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>‘%1’에 대한 결과가 없습니다</translation>
    </message>
</context>
<context>
    <name>naru::ui::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
</context>
<context>
    <name>naru::ui::StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Cancel what is under way</source>
        <translation>진행 중인 작업 취소</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (외 %2건)</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>취소하는 중 …</translation>
    </message>
</context>
<context>
    <name>naru::ui::TopBar</name>
    <message>
        <source>Naru</source>
        <translation>나루</translation>
    </message>
    <message>
        <source>Notices: %1 (Ctrl+Shift+N)</source>
        <translation>알림 %1건 (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Notices: %1</source>
        <translation>알림 %1건</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>개인설정</translation>
    </message>
    <message>
        <source>%1, settings</source>
        <translation>%1, 개인설정</translation>
    </message>
</context>
</TS>
