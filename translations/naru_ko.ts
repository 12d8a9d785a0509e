<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Command</name>
    <message>
        <source>Models of processes (BPMN 2.0)</source>
        <translation>업무 흐름 모형(BPMN 2.0)</translation>
    </message>
    <message>
        <source>Run a process in memory and print which scripts ran</source>
        <translation>프로세스를 메모리에서 실행하고 실행된 스크립트를 출력</translation>
    </message>
    <message>
        <source>The model to run</source>
        <translation>실행할 모형</translation>
    </message>
    <message>
        <source>The id of the process</source>
        <translation>프로세스의 id</translation>
    </message>
    <message>
        <source>The cases to run it with: JSON</source>
        <translation>실행할 사례: JSON</translation>
    </message>
    <message>
        <source>Say whether models keep the rules of BPMN 2.0.2</source>
        <translation>모형이 BPMN 2.0.2의 규칙을 지키는지 확인</translation>
    </message>
    <message>
        <source>The models: .bpmn</source>
        <translation>모형 파일: .bpmn</translation>
    </message>
    <message>
        <source>Read a model and write it again, with nothing lost</source>
        <translation>모형을 읽고 잃는 것 없이 다시 쓰기</translation>
    </message>
    <message>
        <source>The model to read</source>
        <translation>읽을 모형</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>쓸 파일</translation>
    </message>
    <message>
        <source>What a document holds: text, tables, fields, diagnostics</source>
        <translation>문서의 내용: 글, 표, 입력란, 진단</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Write a document in another format</source>
        <translation>문서를 다른 형식으로 저장</translation>
    </message>
    <message>
        <source>The file: .txt .csv .xlsx .ods .hwpx .pdf .json</source>
        <translation>저장할 파일: .txt .csv .xlsx .ods .hwpx .pdf .json</translation>
    </message>
    <message>
        <source>What Ctrl+K finds: syllables, words, initial consonants</source>
        <translation>통합검색(Ctrl+K)과 같은 결과: 음절, 낱말, 초성</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>찾을 말</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>최대 건수</translation>
    </message>
    <message>
        <source>Evaluate a FEEL expression</source>
        <translation>FEEL 식 계산</translation>
    </message>
    <message>
        <source>The expression, behind --</source>
        <translation>계산할 식(-- 뒤에 씀)</translation>
    </message>
    <message>
        <source>The names it may use: a context in FEEL</source>
        <translation>식에서 쓸 이름과 값(FEEL 컨텍스트)</translation>
    </message>
    <message>
        <source>Read requests from stdin, one JSON object a line</source>
        <translation>표준 입력에서 요청 읽기(한 줄에 JSON 하나)</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>선택 사항</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>사용법</translation>
    </message>
    <message>
        <source>options</source>
        <translation>선택 사항</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>종료 상태</translation>
    </message>
    <message>
        <source>0 done, 1 failed, 2 wrong usage, 3 bad input (nothing written), 4 a person is needed (nothing applied), 5 denied, 6 conflict (nothing applied), 7 unavailable (try again)</source>
        <translation>0 완료, 1 실패, 2 사용법 오류, 3 잘못된 입력(쓴 것 없음), 4 사람의 확인 필요(적용한 것 없음), 5 권한 없음, 6 충돌(적용한 것 없음), 7 사용할 수 없음(다시 시도)</translation>
    </message>
    <message>
        <source>Man pages and shell completion</source>
        <translation>설명서와 셸 자동 완성</translation>
    </message>
    <message>
        <source>Write a man page for every command</source>
        <translation>모든 명령의 설명서(man) 쓰기</translation>
    </message>
    <message>
        <source>Where to write them</source>
        <translation>쓸 위치</translation>
    </message>
    <message>
        <source>Print the completion for bash</source>
        <translation>bash 자동 완성 출력</translation>
    </message>
    <message>
        <source>Office made: %1</source>
        <translation>기관을 만들었습니다: %1</translation>
    </message>
    <message>
        <source>Sample documents: %1</source>
        <translation>표본 문서: %1</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>가져오는 중</translation>
    </message>
    <message>
        <source>%1 rows read, %2 changed something</source>
        <translation>%1줄을 읽어 %2줄이 바뀌었습니다</translation>
    </message>
    <message>
        <source>The journal is sound: %1 entries</source>
        <translation>기록이 온전합니다: %1건</translation>
    </message>
    <message>
        <source>A record as of a day</source>
        <translation>기준일의 기록</translation>
    </message>
    <message>
        <source>Post, grade, assignments, account, roles</source>
        <translation>직위, 직급, 배치, 계정, 권한</translation>
    </message>
    <message>
        <source>The employee number</source>
        <translation>사번</translation>
    </message>
    <message>
        <source>Name, place, validity, head, and size</source>
        <translation>이름, 위치, 유효 기간, 부서장, 인원</translation>
    </message>
    <message>
        <source>The code of the unit</source>
        <translation>부서코드</translation>
    </message>
    <message>
        <source>The history of the office</source>
        <translation>기관의 이력</translation>
    </message>
    <message>
        <source>Only of this record: person:20110234</source>
        <translation>이 기록만: person:20110234</translation>
    </message>
    <message>
        <source>Only of this plan</source>
        <translation>이 계획만</translation>
    </message>
    <message>
        <source>Check the hash chain and name the first bad entry</source>
        <translation>해시 사슬을 검증하고 처음 어긋난 항목을 알림</translation>
    </message>
    <message>
        <source>Offices: made, backed up, restored</source>
        <translation>기관: 만들기, 백업, 복원</translation>
    </message>
    <message>
        <source>Make an empty office, or the sample city</source>
        <translation>빈 기관이나 표본 도시 만들기</translation>
    </message>
    <message>
        <source>Where the office will lie</source>
        <translation>기관을 둘 위치</translation>
    </message>
    <message>
        <source>A fictional city with sample documents beside it</source>
        <translation>가상의 도시와 표본 문서</translation>
    </message>
    <message>
        <source>The same seed makes the same city</source>
        <translation>같은 씨앗값이면 같은 도시</translation>
    </message>
    <message>
        <source>small or city (about 6,500 people)</source>
        <translation>small 또는 city(약 6,500명)</translation>
    </message>
    <message>
        <source>Writing documents</source>
        <translation>문서 쓰는 중</translation>
    </message>
    <message>
        <source>A consistent copy while others work</source>
        <translation>쓰는 중에도 일관된 사본</translation>
    </message>
    <message>
        <source>The copy; must not exist</source>
        <translation>사본의 위치(아직 없어야 함)</translation>
    </message>
    <message>
        <source>Replace the office by a backup, all or nothing</source>
        <translation>백업으로 되돌리기(전부 또는 전무)</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>백업 파일</translation>
    </message>
    <message>
        <source>Check the database of the office</source>
        <translation>기관 데이터베이스 점검</translation>
    </message>
    <message>
        <source>Import units or people from CSV or XLSX, all or nothing</source>
        <translation>부서나 사람을 CSV·XLSX에서 가져오기(전부 또는 전무)</translation>
    </message>
    <message>
        <source>The file: .csv (UTF-8, CP949) or .xlsx</source>
        <translation>파일: .csv(UTF-8, CP949) 또는 .xlsx</translation>
    </message>
    <message>
        <source>Export records as of a day</source>
        <translation>기준일의 기록 내보내기</translation>
    </message>
    <message>
        <source>units, people, tasks, directives, assignments, accounts …</source>
        <translation>units, people, tasks, directives, assignments, accounts …</translation>
    </message>
    <message>
        <source>The file: .csv or .xlsx</source>
        <translation>파일: .csv 또는 .xlsx</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>question</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>할 수 없음</translation>
    </message>
    <message>
        <source>Plan %1, digest %2</source>
        <translation>계획 %1, 요약값 %2</translation>
    </message>
    <message>
        <source>%1 ready, %2 questions, %3 without change, %4 rejected; %5 changes</source>
        <translation>준비됨 %1, 확인할 것 %2, 그대로 %3, 할 수 없음 %4; 변경 %5건</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>변경 %1건</translation>
    </message>
    <message>
        <source>Plan %1 had been applied already; nothing was done</source>
        <translation>계획 %1은(는) 이미 적용되어 있어 아무것도 하지 않았습니다</translation>
    </message>
    <message>
        <source>Plan %1: %2 changes written, %3 booked for their day</source>
        <translation>계획 %1: 변경 %2건 반영, %3건은 시행일로 예약</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>적용하는 중</translation>
    </message>
    <message>
        <source>No booking is due</source>
        <translation>시행일이 된 예약이 없습니다</translation>
    </message>
    <message>
        <source>Plans: made, listed, shown</source>
        <translation>계획: 만들기, 목록, 보기</translation>
    </message>
    <message>
        <source>Read personnel orders and plan all that follows; writes nothing else</source>
        <translation>인사발령문을 읽고 따라 바뀔 것을 모두 계획(그 밖에는 쓰지 않음)</translation>
    </message>
    <message>
        <source>The orders: PDF, HWPX, XLSX, CSV</source>
        <translation>발령문: PDF, HWPX, XLSX, CSV</translation>
    </message>
    <message>
        <source>The day on which the order arrived (default: today); earlier effective days are questions</source>
        <translation>발령문을 받은 날(기본: 오늘); 그보다 앞선 시행일은 확인할 것</translation>
    </message>
    <message>
        <source>All plans, the newest first</source>
        <translation>모든 계획, 최근 것부터</translation>
    </message>
    <message>
        <source>One plan, whole</source>
        <translation>계획 하나 전체</translation>
    </message>
    <message>
        <source>The plan, p-…</source>
        <translation>계획, p-…</translation>
    </message>
    <message>
        <source>Apply exactly the approved plan, whole or not at all; future days are booked</source>
        <translation>승인한 계획을 그대로, 전부 또는 전무로 적용; 앞날의 것은 예약</translation>
    </message>
    <message>
        <source>Employee number of who approves (default: the actor)</source>
        <translation>승인자의 사번(기본: 작업자)</translation>
    </message>
    <message>
        <source>Write the bookings whose day has come</source>
        <translation>시행일이 된 예약 반영</translation>
    </message>
    <message>
        <source>Changes that wait for their day</source>
        <translation>시행일을 기다리는 변경</translation>
    </message>
    <message>
        <source>Plan the way back of an applied plan; apply that plan to go it</source>
        <translation>적용한 계획을 되돌리는 계획 만들기(그 계획을 적용하면 되돌아감)</translation>
    </message>
    <message>
        <source>Write the report of a plan for the file</source>
        <translation>계획의 보고서 쓰기</translation>
    </message>
    <message>
        <source>The file: .pdf, .xlsx, or .hwpx</source>
        <translation>파일: .pdf, .xlsx, .hwpx</translation>
    </message>
    <message>
        <source>Print answers that skip every open line, to be edited for apply --answers</source>
        <translation>확인할 줄을 모두 건너뛰는 답을 출력(고쳐서 apply --answers에 쓰기)</translation>
    </message>
    <message>
        <source>Decision models (DMN): evaluated, checked</source>
        <translation>결정 모형(DMN): 평가와 검사</translation>
    </message>
    <message>
        <source>What the decisions of a model give</source>
        <translation>모형의 결정이 내는 값</translation>
    </message>
    <message>
        <source>The model; those that it imports lie beside it</source>
        <translation>모형 파일(가져오는 모형은 같은 폴더에 둠)</translation>
    </message>
    <message>
        <source>Answer JSON lines from the standard input</source>
        <translation>표준 입력의 JSON 줄마다 한 줄로 답함</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>평가할 결정</translation>
    </message>
    <message>
        <source>An input as NAME=FEEL</source>
        <translation>입력값(이름=FEEL)</translation>
    </message>
    <message>
        <source>Everything that is wrong with a model, at once</source>
        <translation>모형의 잘못을 한 번에 모두 알림</translation>
    </message>
    <message>
        <source>The models</source>
        <translation>모형 파일들</translation>
    </message>
    <message>
        <source>The rule as RFC 5545 has it: FREQ=MONTHLY;BYMONTHDAY=5</source>
        <translation>RFC 5545 규칙: FREQ=MONTHLY;BYMONTHDAY=5</translation>
    </message>
    <message>
        <source>The rule as cron has it: 0 9 5 * *</source>
        <translation>cron 규칙: 0 9 5 * *</translation>
    </message>
    <message>
        <source>A single moment: 2026-12-05T09:00</source>
        <translation>한 번만: 2026-12-05T09:00</translation>
    </message>
    <message>
        <source>The zone of its clock (default: Asia/Seoul)</source>
        <translation>시간대(기본: Asia/Seoul)</translation>
    </message>
    <message>
        <source>Nothing runs before: 2026-12-01T09:00</source>
        <translation>이때부터: 2026-12-01T09:00</translation>
    </message>
    <message>
        <source>Nothing runs after: 2027-12-01T09:00</source>
        <translation>이때까지: 2027-12-01T09:00</translation>
    </message>
    <message>
        <source>On a day that is no working day: as-is, skip, previous, or next</source>
        <translation>근무일이 아니면: as-is(그대로), skip(건너뜀), previous(앞당김), next(늦춤)</translation>
    </message>
    <message>
        <source>What was missed: once, skip, all, or ask</source>
        <translation>놓친 실행은: once(한 번), skip(안 함), all(모두), ask(사람에게 물음)</translation>
    </message>
    <message>
        <source>At most so many of what was missed</source>
        <translation>놓친 실행 중 최대 몇 번</translation>
    </message>
    <message>
        <source>While an earlier run goes on: skip, queue-one, queue-all, cancel-other, or allow</source>
        <translation>앞선 실행이 끝나지 않았으면: skip(건너뜀), queue-one(하나 대기), queue-all(모두 대기), cancel-other(앞선 것 취소), allow(함께)</translation>
    </message>
    <message>
        <source>Spread the starts over so many seconds</source>
        <translation>시작을 이 초 안에서 흩뜨림</translation>
    </message>
    <message>
        <source>When robots run: listed, added, removed, previewed</source>
        <translation>로봇 예약: 목록, 추가, 삭제, 미리 보기</translation>
    </message>
    <message>
        <source>All schedules, when each runs next, and what became of its times</source>
        <translation>모든 예약과 다음 실행, 지난 실행의 결과</translation>
    </message>
    <message>
        <source>A new schedule of a robot</source>
        <translation>로봇을 새로 예약</translation>
    </message>
    <message>
        <source>The robot</source>
        <translation>로봇</translation>
    </message>
    <message>
        <source>The schedule as JSON, instead of options</source>
        <translation>선택 사항 대신 JSON으로 쓴 예약</translation>
    </message>
    <message>
        <source>Its number (default: a new one)</source>
        <translation>번호(기본: 새 번호)</translation>
    </message>
    <message>
        <source>Its name on the screen</source>
        <translation>화면에 보일 이름</translation>
    </message>
    <message>
        <source>What the robot takes: name=value</source>
        <translation>로봇의 입력: 이름=값</translation>
    </message>
    <message>
        <source>The next times, with holidays, and days that are moved for them</source>
        <translation>다음 실행 시각. 휴일과 그 때문에 옮긴 날도 보임</translation>
    </message>
    <message>
        <source>The schedule, or none and a rule</source>
        <translation>예약. 없으면 규칙을 옵션으로</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>몇 번</translation>
    </message>
    <message>
        <source>The schedule</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>Remove a schedule; what runs goes on</source>
        <translation>예약 삭제. 실행 중인 것은 계속됨</translation>
    </message>
    <message>
        <source>Switch a schedule on; what is past was not missed</source>
        <translation>예약 켜기. 지난 시각은 놓친 것으로 보지 않음</translation>
    </message>
    <message>
        <source>Switch a schedule off</source>
        <translation>예약 끄기</translation>
    </message>
    <message>
        <source>Say of a missed time that asks whether it runs now</source>
        <translation>사람에게 묻는 놓친 실행을 지금 할지 정하기</translation>
    </message>
    <message>
        <source>The time, as the list shows it</source>
        <translation>목록에 보이는 시각</translation>
    </message>
    <message>
        <source>run or skip</source>
        <translation>run(실행) 또는 skip(안 함)</translation>
    </message>
    <message>
        <source>What makes robots run: folders, messages, effective days</source>
        <translation>로봇 시작 조건: 폴더, 메시지, 시행일</translation>
    </message>
    <message>
        <source>All triggers</source>
        <translation>모든 시작 조건</translation>
    </message>
    <message>
        <source>A new trigger of a robot</source>
        <translation>로봇의 새 시작 조건</translation>
    </message>
    <message>
        <source>A file arrives in this folder</source>
        <translation>이 폴더에 파일이 오면</translation>
    </message>
    <message>
        <source>A message of this name comes</source>
        <translation>이 이름의 메시지가 오면</translation>
    </message>
    <message>
        <source>A booked plan takes effect</source>
        <translation>예약된 계획이 시행되면</translation>
    </message>
    <message>
        <source>Remove a trigger; what runs goes on</source>
        <translation>시작 조건 삭제. 실행 중인 것은 계속됨</translation>
    </message>
    <message>
        <source>The trigger</source>
        <translation>시작 조건</translation>
    </message>
    <message>
        <source>The name of the message</source>
        <translation>메시지 이름</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>무엇에 관한 것인지</translation>
    </message>
    <message>
        <source>What it brings, as a JSON object</source>
        <translation>함께 전할 내용(JSON 객체)</translation>
    </message>
    <message>
        <source>The same key is told once (default: a new one)</source>
        <translation>같은 키는 한 번만 전해짐(기본: 새 키)</translation>
    </message>
    <message>
        <source>The unattended service: schedules, triggers, bookings, runs; stops cleanly on SIGTERM</source>
        <translation>무인 서비스: 예약, 시작 조건, 시행일, 실행. SIGTERM에 깨끗이 멈춤</translation>
    </message>
    <message>
        <source>Do everything that is due now, then end</source>
        <translation>지금 할 것을 모두 하고 끝내기</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>결정 필요</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>unsound: see naru robot check</source>
        <translation>온전하지 않음: naru robot check 참고</translation>
    </message>
    <message>
        <source>There are no robots.</source>
        <translation>로봇이 없습니다.</translation>
    </message>
    <message>
        <source>changes: %1</source>
        <translation>바뀌는 것 %1</translation>
    </message>
    <message>
        <source>Run a robot once, now</source>
        <translation>로봇을 지금 한 번 실행</translation>
    </message>
    <message>
        <source>The robot, see naru robots</source>
        <translation>로봇(naru robots 참고)</translation>
    </message>
    <message>
        <source>What it takes, as name=value; several times for several</source>
        <translation>입력, 이름=값. 여러 개면 여러 번</translation>
    </message>
    <message>
        <source>Tell what it would do, and do nothing</source>
        <translation>무엇을 할지 보여 주기만 하고 하지 않음</translation>
    </message>
    <message>
        <source>Do exactly what the preview with this digest says</source>
        <translation>이 다이제스트의 미리보기 그대로만 실행</translation>
    </message>
    <message>
        <source>What ran, the newest first</source>
        <translation>실행된 것, 최근 것부터</translation>
    </message>
    <message>
        <source>Only this robot</source>
        <translation>이 로봇만</translation>
    </message>
    <message>
        <source>How many; 0 for all</source>
        <translation>개수, 0은 모두</translation>
    </message>
    <message>
        <source>A run: its facts, verified</source>
        <translation>실행 하나: 검증한 기록</translation>
    </message>
    <message>
        <source>The run, r-…</source>
        <translation>실행, r-…</translation>
    </message>
    <message>
        <source>Go on with a run: try again what failed</source>
        <translation>실행을 이어서: 실패한 것을 다시 시도</translation>
    </message>
    <message>
        <source>Go on as if it had been done</source>
        <translation>한 것으로 치고 이어서</translation>
    </message>
    <message>
        <source>A value, as name=FEEL; several times for several</source>
        <translation>값, 이름=FEEL. 여러 개면 여러 번</translation>
    </message>
    <message>
        <source>End a run where it stands</source>
        <translation>실행을 지금 자리에서 끝냄</translation>
    </message>
    <message>
        <source>The reason, for the record</source>
        <translation>기록에 남길 사유</translation>
    </message>
    <message>
        <source>The tasks that robots have for people</source>
        <translation>로봇이 사람에게 맡긴 할 일</translation>
    </message>
    <message>
        <source>Those of the person who acts</source>
        <translation>행위자의 할 일</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>모든 사람의 할 일</translation>
    </message>
    <message>
        <source>Take a task, so that nobody else does it</source>
        <translation>할 일을 맡음(다른 사람이 하지 않게)</translation>
    </message>
    <message>
        <source>Give a task back</source>
        <translation>맡은 할 일을 내놓음</translation>
    </message>
    <message>
        <source>Hand a task to another person</source>
        <translation>할 일을 다른 사람에게 넘김</translation>
    </message>
    <message>
        <source>Do a task, with the values of its form</source>
        <translation>양식의 값으로 할 일을 마침</translation>
    </message>
    <message>
        <source>The task, see naru work list</source>
        <translation>할 일(naru work list 참고)</translation>
    </message>
    <message>
        <source>Employee number</source>
        <translation>사번</translation>
    </message>
    <message>
        <source>The robots that are installed</source>
        <translation>설치된 로봇</translation>
    </message>
    <message>
        <source>One robot</source>
        <translation>로봇 하나</translation>
    </message>
    <message>
        <source>Everything that is wrong with a robot&apos;s folder, at once</source>
        <translation>로봇 폴더에서 잘못된 것을 한꺼번에</translation>
    </message>
    <message>
        <source>The folder with robot.json</source>
        <translation>robot.json이 있는 폴더</translation>
    </message>
    <message>
        <source>Naru: plans, reviews, and carries out the work of a city office</source>
        <translation>나루: 시청 업무를 계획하고, 검토하고, 수행합니다</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>판 번호</translation>
    </message>
    <message>
        <source>Print this help</source>
        <translation>이 도움말</translation>
    </message>
    <message>
        <source>The office: a file, or postgresql://…</source>
        <translation>기관: 파일 또는 postgresql://…</translation>
    </message>
    <message>
        <source>Employee number of the person who acts</source>
        <translation>행위자의 사번</translation>
    </message>
    <message>
        <source>The day of the question, as 2026-07-29</source>
        <translation>기준일, 2026-07-29 꼴</translation>
    </message>
    <message>
        <source>Machine output on stdout, nothing else there</source>
        <translation>표준 출력에 JSON만</translation>
    </message>
    <message>
        <source>No messages but errors</source>
        <translation>오류만 알림</translation>
    </message>
    <message>
        <source>More about what happens</source>
        <translation>더 자세히</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>쓰는 법</translation>
    </message>
    <message>
        <source>command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>인자</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>선택 사항</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>(required)</source>
        <translation>(필수)</translation>
    </message>
    <message>
        <source>text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>One of these</source>
        <translation>다음 중 하나</translation>
    </message>
    <message>
        <source>Every command also takes --office, --actor, --as-of, --json, --quiet, and --verbose: see naru --help.</source>
        <translation>모든 명령에 --office, --actor, --as-of, --json, --quiet, --verbose도 쓸 수 있습니다: naru --help</translation>
    </message>
    <message>
        <source>expected no more words but found: %1</source>
        <translation>모르는 말이 더 있습니다: %1</translation>
    </message>
    <message>
        <source>expected a command behind &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 뒤에 명령이 있어야 합니다</translation>
    </message>
    <message>
        <source>expected %1 but it is missing</source>
        <translation>빠진 것이 있습니다: %1</translation>
    </message>
    <message>
        <source>expected another value: %1</source>
        <translation>값이 맞지 않습니다: %1</translation>
    </message>
    <message>
        <source>Its help: %1 --help</source>
        <translation>도움말: %1 --help</translation>
    </message>
    <message>
        <source>with</source>
        <translation>함께</translation>
    </message>
    <message>
        <source>without</source>
        <translation>이것과는 못 씀</translation>
    </message>
    <message>
        <source>Documents: shown, converted, forms filled</source>
        <translation>문서 보기, 변환, 서식 채우기</translation>
    </message>
    <message>
        <source>click-here field</source>
        <translation>누름틀</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>셀 필드</translation>
    </message>
    <message>
        <source>defined name</source>
        <translation>정의된 이름</translation>
    </message>
    <message>
        <source>check box</source>
        <translation>확인란</translation>
    </message>
    <message>
        <source>form field</source>
        <translation>양식 필드</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>This document has no fields.</source>
        <translation>이 문서에는 필드가 없습니다.</translation>
    </message>
    <message>
        <source>The fields of a form: name, kind, value or (prompt)</source>
        <translation>서식의 필드: 이름, 종류, 값 또는 (안내문)</translation>
    </message>
    <message>
        <source>The form: a file, or the name of one of the office&apos;s forms</source>
        <translation>서식: 파일, 또는 기본 서식의 이름</translation>
    </message>
    <message>
        <source>Fill a form, HWPX or XLSX, by the names of its fields</source>
        <translation>서식(HWPX, XLSX)을 필드 이름으로 채우기</translation>
    </message>
    <message>
        <source>NAME=VALUE; each line of the value is a paragraph</source>
        <translation>이름=값; 값의 한 줄이 한 문단</translation>
    </message>
    <message>
        <source>JSON: {name: value, or list of paragraphs, or list of rows}</source>
        <translation>JSON: {이름: 값, 문단 목록, 또는 행 목록}</translation>
    </message>
    <message>
        <source>The filled form; replaced in one step</source>
        <translation>채운 서식을 저장할 파일; 한 번에 바뀜</translation>
    </message>
    <message>
        <source>Answers to the questions: [{&quot;line&quot;: 12, &quot;emp_no&quot;: &quot;…&quot;}, {&quot;line&quot;: 40, &quot;to_unit&quot;: &quot;…&quot;}, {&quot;line&quot;: 51, &quot;skip&quot;: true}, {&quot;line&quot;: 60, &quot;read&quot;: {&quot;name&quot;: &quot;…&quot;}}]. What is read in a scan is typed by field: name emp_no unit grade kind phrase to_unit to_grade outside date until</source>
        <translation>확인할 것에 대한 답: [{&quot;line&quot;: 12, &quot;emp_no&quot;: &quot;…&quot;}, {&quot;line&quot;: 40, &quot;to_unit&quot;: &quot;…&quot;}, {&quot;line&quot;: 51, &quot;skip&quot;: true}, {&quot;line&quot;: 60, &quot;read&quot;: {&quot;name&quot;: &quot;…&quot;}}]. 스캔에서 잘못 읽은 것은 항목별로 고쳐 적음: name(성명) emp_no(사번) unit(현 소속) grade(직급) kind(종류) phrase(발령사항) to_unit(발령 소속) to_grade(발령 직급) outside(기관) date(발령일) until(기한)</translation>
    </message>
    <message>
        <source>Rows with inputs through the rules of the robots: one line of JSON for each</source>
        <translation>입력이 있는 줄을 로봇의 규칙으로 계산합니다. 한 줄마다 JSON 한 줄</translation>
    </message>
    <message>
        <source>The rows: [{&quot;robot&quot;: …, &quot;case&quot;: …, &quot;input&quot;: {…}}]</source>
        <translation>줄들: [{&quot;robot&quot;: …, &quot;case&quot;: …, &quot;input&quot;: {…}}]</translation>
    </message>
    <message>
        <source>Plan to take runs under way to another version of their robot; apply that plan to do it</source>
        <translation>실행 중인 건을 로봇의 다른 판으로 옮기는 계획을 세웁니다. 그 계획을 시행하면 옮겨집니다</translation>
    </message>
    <message>
        <source>The runs, r-… (default: all of the robot that are under way)</source>
        <translation>실행 번호, r-…(기본: 그 로봇의 실행 중인 모든 건)</translation>
    </message>
    <message>
        <source>The new version: a robot&apos;s folder, or the name of an installed robot</source>
        <translation>새 판: 로봇의 폴더 또는 설치된 로봇의 이름</translation>
    </message>
    <message>
        <source>An element that is called otherwise there, as old=new; several times for several</source>
        <translation>새 판에서 이름이 다른 요소, 옛것=새것. 여럿이면 여러 번</translation>
    </message>
    <message>
        <source>The daily check of the office found damage: %1</source>
        <translation>날마다 하는 점검에서 사무실의 손상이 발견되었습니다: %1</translation>
    </message>
    <message>
        <source>Every day at %1, %2 copies are kept in %3. Last: %4</source>
        <translation>매일 %1에 백업하고 사본 %2개를 %3에 보관합니다. 최근 결과: %4</translation>
    </message>
    <message>
        <source>When the service backs the office up each day, and the copies that there are</source>
        <translation>서비스가 매일 백업하는 시각과 지금 있는 사본</translation>
    </message>
    <message>
        <source>The time of the day, as 02:30, or off</source>
        <translation>하루 중 시각(예: 02:30) 또는 off</translation>
    </message>
    <message>
        <source>How many copies are kept</source>
        <translation>보관할 사본의 수</translation>
    </message>
    <message>
        <source>Where they lie (default: beside the office)</source>
        <translation>사본을 둘 폴더(기본값: 업무 파일 옆)</translation>
    </message>
    <message>
        <source>The daily backup of the office failed: %1</source>
        <translation>일일 백업이 실패했습니다: %1</translation>
    </message>
    <message>
        <source>Say that something has happened: the run that waits for it is told, else the robots that start at it begin</source>
        <translation>일이 일어났음을 알리기: 기다리는 실행에 전해지고, 없으면 그 일로 시작하는 로봇이 시작됨</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>public holiday</source>
        <translation>법정공휴일</translation>
    </message>
    <message>
        <source>substitute holiday</source>
        <translation>대체공휴일</translation>
    </message>
    <message>
        <source>appointed holiday</source>
        <translation>임시공휴일·선거일</translation>
    </message>
    <message>
        <source>closing day of the office</source>
        <translation>기관 휴무일</translation>
    </message>
    <message>
        <source>The days on which nobody works: public holidays, and the office&apos;s own closing days</source>
        <translation>일하지 않는 날: 공휴일과 기관 휴무일</translation>
    </message>
    <message>
        <source>Every day off of a year, with its name and kind</source>
        <translation>한 해의 쉬는 날 모두(이름과 종류)</translation>
    </message>
    <message>
        <source>The year (default: this one)</source>
        <translation>연도(기본값: 올해)</translation>
    </message>
    <message>
        <source>The office&apos;s own closing days</source>
        <translation>기관 휴무일 목록</translation>
    </message>
    <message>
        <source>The day as 2026-12-31, or 07-01 for every year</source>
        <translation>날짜(2026-12-31, 해마다이면 07-01)</translation>
    </message>
    <message>
        <source>Close the office on a day: it is no working day from now on</source>
        <translation>기관 휴무일 지정: 그날은 근무일에서 빠집니다</translation>
    </message>
    <message>
        <source>What the day is called</source>
        <translation>휴무일 이름</translation>
    </message>
    <message>
        <source>What says so: a rule of the office, a document</source>
        <translation>근거(규정, 문서)</translation>
    </message>
    <message>
        <source>Open the office on a day on which it was closed</source>
        <translation>기관 휴무일 해제</translation>
    </message>
</context>
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
    <name>naru::ui::AboutSheet</name>
    <message>
        <source>About Naru</source>
        <translation>나루 정보</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Naru %1
The desktop of a city office.</source>
        <translation>나루 %1
시청의 업무 데스크톱입니다.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.</source>
        <translation>GNU 일반 공중 사용 허가서 3판 이상(GPL-3.0-or-later)에 따라 쓸 수 있는 자유 소프트웨어입니다. 어떠한 보증도 하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>naru::ui::ApprovalBar</name>
    <message>
        <source>Approve and apply</source>
        <translation>승인·적용</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>승인자</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Employee number of the approver</source>
        <translation>승인자의 사번</translation>
    </message>
    <message>
        <source>Exactly this plan will be applied: %1 changes at once, %2 on their day. Fingerprint %3</source>
        <translation>이 계획을 그대로 적용합니다. 지금 바뀌는 것 %1건, 시행일에 바뀌는 것 %2건. 요약값 %3</translation>
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
    <name>naru::ui::ChangeWords</name>
    <message>
        <source>new</source>
        <translation>새로 만듦</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>지움</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>kind, number, verb</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Robot run</source>
        <translation>로봇 실행</translation>
    </message>
</context>
<context>
    <name>naru::ui::ChangesPanel</name>
    <message>
        <source>What changes</source>
        <translation>바뀌는 것</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>%1번 줄</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 시행</translation>
    </message>
    <message>
        <source>read with %1 % certainty</source>
        <translation>판독 확신 %1%</translation>
    </message>
    <message>
        <source>Nothing yet: the line waits for a decision.</source>
        <translation>아직 없습니다. 먼저 확인이 필요합니다.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>없습니다.</translation>
    </message>
    <message>
        <source>Records (%1)</source>
        <translation>기록 %1건</translation>
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
    <name>naru::ui::DecisionLook</name>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>이번 값</translation>
    </message>
    <message>
        <source>%1 fired</source>
        <translation>%1 적용됨</translation>
    </message>
    <message>
        <source>%1, fits</source>
        <translation>%1, 맞음</translation>
    </message>
    <message>
        <source>%1, does not fit</source>
        <translation>%1, 맞지 않음</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>‘%1’ is %2, but %3 is asked for</source>
        <translation>‘%1’은(는) %2인데 조건은 %3</translation>
    </message>
    <message>
        <source>Rule %1 fired%2: every condition fits.</source>
        <translation>규칙 %1이(가) 맞았습니다%2. 모든 조건이 맞습니다.</translation>
    </message>
    <message>
        <source>Rule %1 did not count%2: another came before it, or its conditions could not be asked.</source>
        <translation>규칙 %1은(는) 쓰이지 않았습니다%2. 앞의 규칙이 먼저 맞았거나 조건을 물을 수 없었습니다.</translation>
    </message>
    <message>
        <source>Rule %1 did not fire%2: %3.</source>
        <translation>규칙 %1은(는) 맞지 않았습니다%2. %3.</translation>
    </message>
    <message>
        <source>Exactly one rule may fit (UNIQUE).</source>
        <translation>적중 정책: 맞는 규칙은 하나뿐이어야 합니다(UNIQUE).</translation>
    </message>
    <message>
        <source>Several rules may fit if they say the same (ANY).</source>
        <translation>적중 정책: 여러 규칙이 맞아도 결과가 같으면 됩니다(ANY).</translation>
    </message>
    <message>
        <source>Of the rules that fit, the result of the highest priority counts (PRIORITY).</source>
        <translation>적중 정책: 맞는 규칙 가운데 우선순위가 가장 높은 결과를 씁니다(PRIORITY).</translation>
    </message>
    <message>
        <source>From above, the first rule that fits counts (FIRST).</source>
        <translation>적중 정책: 위에서부터 처음 맞는 규칙을 씁니다(FIRST).</translation>
    </message>
    <message>
        <source>All rules that fit count, in the order of the table (RULE ORDER).</source>
        <translation>적중 정책: 맞는 규칙을 표의 순서대로 모두 씁니다(RULE ORDER).</translation>
    </message>
    <message>
        <source>All rules that fit count, by priority (OUTPUT ORDER).</source>
        <translation>적중 정책: 맞는 규칙을 우선순위대로 모두 씁니다(OUTPUT ORDER).</translation>
    </message>
    <message>
        <source>All rules that fit count, in no order (COLLECT).</source>
        <translation>적중 정책: 맞는 규칙을 순서 없이 모두 씁니다(COLLECT).</translation>
    </message>
    <message>
        <source>The results of all rules that fit are added (COLLECT, SUM).</source>
        <translation>적중 정책: 맞는 규칙의 결과를 모두 더합니다(COLLECT, SUM).</translation>
    </message>
    <message>
        <source>The least result of the rules that fit counts (COLLECT, MIN).</source>
        <translation>적중 정책: 맞는 규칙의 결과 가운데 가장 작은 것을 씁니다(COLLECT, MIN).</translation>
    </message>
    <message>
        <source>The greatest result of the rules that fit counts (COLLECT, MAX).</source>
        <translation>적중 정책: 맞는 규칙의 결과 가운데 가장 큰 것을 씁니다(COLLECT, MAX).</translation>
    </message>
    <message>
        <source>The rules that fit are counted (COLLECT, COUNT).</source>
        <translation>적중 정책: 맞는 규칙의 수를 셉니다(COLLECT, COUNT).</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>Rests on: %1</source>
        <translation>근거: %1</translation>
    </message>
    <message>
        <source>These values were asked about, and this was decided.</source>
        <translation>이 값들로 물어 이렇게 정했습니다.</translation>
    </message>
</context>
<context>
    <name>naru::ui::DecisionPanel</name>
    <message>
        <source>Decision</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Choose (Enter)</source>
        <translation>고르기 (Enter)</translation>
    </message>
    <message>
        <source>Skip (S)</source>
        <translation>건너뛰기 (S)</translation>
    </message>
    <message>
        <source>Search for somebody else or another unit</source>
        <translation>다른 사람이나 부서 찾기</translation>
    </message>
    <message>
        <source>Exactly one person and one meaning. Nothing to decide.</source>
        <translation>사람과 뜻이 하나로 정해졌습니다. 확인할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing changes here.</source>
        <translation>바뀌는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Somebody else, another unit</source>
        <translation>다른 사람·부서 찾기</translation>
    </message>
    <message>
        <source>Put right (E)</source>
        <translation>고쳐 읽기 (E)</translation>
    </message>
    <message>
        <source>Type what stands on the scan</source>
        <translation>스캔에 적힌 대로 고쳐 적습니다</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>돌아가기 (Esc)</translation>
    </message>
</context>
<context>
    <name>naru::ui::DecisionView</name>
    <message>
        <source>Rules of the decision</source>
        <translation>판단 규칙</translation>
    </message>
    <message>
        <source>Decision before</source>
        <translation>앞 판단</translation>
    </message>
    <message>
        <source>Next decision</source>
        <translation>다음 판단</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%2건 중 %1: %3</translation>
    </message>
    <message>
        <source>No rules have been asked.</source>
        <translation>물은 규칙이 없습니다.</translation>
    </message>
    <message>
        <source>About the decision</source>
        <translation>판단에 대하여</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>까닭</translation>
    </message>
</context>
<context>
    <name>naru::ui::Diagnostic</name>
    <message>
        <source>Look at the page yourself.</source>
        <translation>그 쪽을 직접 확인하세요.</translation>
    </message>
    <message>
        <source>Decide whether what is hidden counts. It is read like everything else.</source>
        <translation>숨긴 내용도 쓸 것인지 정하세요. 다른 내용과 똑같이 읽었습니다.</translation>
    </message>
    <message>
        <source>Open the file in its own program, save it, and open it here again.</source>
        <translation>원래 프로그램에서 파일을 열어 저장한 뒤 다시 여세요.</translation>
    </message>
    <message>
        <source>Compare the places named in the reason with the original.</source>
        <translation>사유에 적힌 자리를 원본과 비교하세요.</translation>
    </message>
    <message>
        <source>The picture of this page has not been read, or could not be.</source>
        <translation>이 쪽의 그림을 아직 읽지 않았거나 읽을 수 없었습니다.</translation>
    </message>
    <message>
        <source>Read on, or look at the page yourself.</source>
        <translation>이어서 읽거나 그 쪽을 직접 확인하세요.</translation>
    </message>
    <message>
        <source>The letters of this page are drawings, not text.</source>
        <translation>이 쪽의 글자는 문자가 아니라 그림입니다.</translation>
    </message>
    <message>
        <source>The document is larger than may be read; the rest was left out.</source>
        <translation>문서가 읽을 수 있는 크기를 넘어 나머지는 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Split the document and open its parts.</source>
        <translation>문서를 나누어 따로 여세요.</translation>
    </message>
    <message>
        <source>The file ends too early; what was there has been read.</source>
        <translation>파일이 중간에 끊겨 있어 있는 데까지 읽었습니다.</translation>
    </message>
    <message>
        <source>Get the file again from the sender.</source>
        <translation>보낸 사람에게 파일을 다시 받으세요.</translation>
    </message>
    <message>
        <source>The cells of a table overlap or leave gaps.</source>
        <translation>표의 칸이 겹치거나 비어 있는 자리가 있습니다.</translation>
    </message>
    <message>
        <source>Compare the table with the page before you use it.</source>
        <translation>표를 쓰기 전에 쪽과 비교하세요.</translation>
    </message>
    <message>
        <source>The name of the file ends differently from what it is. It was read as what it is.</source>
        <translation>파일 이름의 확장자가 실제 형식과 다릅니다. 실제 형식으로 읽었습니다.</translation>
    </message>
    <message>
        <source>Nothing needs to be done. Rename the file so that others can open it.</source>
        <translation>할 일은 없습니다. 다른 사람도 열 수 있게 파일 이름을 고치면 좋습니다.</translation>
    </message>
    <message>
        <source>Not all rows have the same number of values.</source>
        <translation>줄마다 값의 개수가 다릅니다.</translation>
    </message>
    <message>
        <source>Look whether a value holds the separator.</source>
        <translation>값 안에 구분 기호가 들어 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>The document holds changes that nobody has accepted or rejected yet.</source>
        <translation>적용하거나 취소하지 않은 변경 추적 내용이 있습니다.</translation>
    </message>
    <message>
        <source>Ask the author which version is meant.</source>
        <translation>어느 쪽이 맞는지 작성자에게 확인하세요.</translation>
    </message>
    <message>
        <source>The styles of the document are missing; its text is whole.</source>
        <translation>문서의 모양 정보가 없습니다. 글은 모두 읽었습니다.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>할 일은 없습니다.</translation>
    </message>
    <message>
        <source>Personal facts in this document are covered.</source>
        <translation>이 문서의 개인 정보가 가려져 있습니다.</translation>
    </message>
    <message>
        <source>Ask the author for the whole document if you may see it.</source>
        <translation>볼 권한이 있으면 작성자에게 가리지 않은 문서를 받으세요.</translation>
    </message>
    <message>
        <source>The workbook has hidden sheets.</source>
        <translation>숨긴 시트가 있습니다.</translation>
    </message>
    <message>
        <source>The sheet has hidden rows.</source>
        <translation>숨긴 행이 있습니다.</translation>
    </message>
    <message>
        <source>The sheet has hidden columns.</source>
        <translation>숨긴 열이 있습니다.</translation>
    </message>
    <message>
        <source>Parts of the sheet are hidden.</source>
        <translation>시트의 일부가 숨겨져 있습니다.</translation>
    </message>
    <message>
        <source>Some formulas have no result in the file.</source>
        <translation>결과가 저장되지 않은 수식이 있습니다.</translation>
    </message>
    <message>
        <source>Some cells name a text that the file does not have.</source>
        <translation>파일에 없는 글을 가리키는 칸이 있습니다.</translation>
    </message>
    <message>
        <source>Some cells hold a day that does not exist.</source>
        <translation>없는 날짜가 든 칸이 있습니다.</translation>
    </message>
    <message>
        <source>Some cells say that they hold a number but hold none.</source>
        <translation>숫자라고 되어 있지만 숫자가 아닌 칸이 있습니다.</translation>
    </message>
    <message>
        <source>Some cells have no value of the kind that they claim.</source>
        <translation>표시된 종류의 값이 없는 칸이 있습니다.</translation>
    </message>
    <message>
        <source>Some cells lie outside of what a sheet can hold; they were left out.</source>
        <translation>시트의 범위를 벗어난 칸이 있어 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Some cells stand twice in the file; the first was taken.</source>
        <translation>파일에 두 번 적힌 칸이 있어 첫 번째 값을 썼습니다.</translation>
    </message>
    <message>
        <source>Few cells lie far apart; the blank rows and columns between them were left out.</source>
        <translation>칸이 드문드문 떨어져 있어 사이의 빈 행과 열을 뺐습니다.</translation>
    </message>
    <message>
        <source>Nothing needs to be done. The addresses are those of the sheet.</source>
        <translation>할 일은 없습니다. 주소는 시트의 주소 그대로입니다.</translation>
    </message>
    <message>
        <source>Merged ranges of cells overlap.</source>
        <translation>병합한 칸의 범위가 서로 겹칩니다.</translation>
    </message>
    <message>
        <source>There is text under merged cells that nobody sees in the sheet.</source>
        <translation>병합한 칸 아래에 화면에 보이지 않는 글이 있습니다.</translation>
    </message>
    <message>
        <source>This is an old Excel workbook; LibreOffice has converted it.</source>
        <translation>옛 엑셀 파일(.xls)이어서 LibreOffice로 바꾸어 읽었습니다.</translation>
    </message>
    <message>
        <source>Compare amounts and days with the original.</source>
        <translation>금액과 날짜를 원본과 비교하세요.</translation>
    </message>
    <message>
        <source>Something in the document is not as it should be.</source>
        <translation>문서에 정상이 아닌 곳이 있습니다.</translation>
    </message>
    <message>
        <source>Read the reason, and compare with the original.</source>
        <translation>사유를 읽고 원본과 비교하세요.</translation>
    </message>
    <message>
        <source>Reading was stopped: some pages have not been read.</source>
        <translation>읽기를 멈추어 읽지 않은 쪽이 있습니다.</translation>
    </message>
    <message>
        <source>Read on, or look at the pages named in the reason yourself.</source>
        <translation>이어서 읽거나, 이유에 적힌 쪽을 직접 보아 주십시오.</translation>
    </message>
    <message>
        <source>The page is so large that it was read at a coarser resolution.</source>
        <translation>쪽이 너무 커서 낮은 해상도로 읽었습니다.</translation>
    </message>
    <message>
        <source>Small letters may be wrong: compare them, or scan the sheet in parts.</source>
        <translation>작은 글자가 틀릴 수 있습니다. 대조하거나 나누어 스캔해 주십시오.</translation>
    </message>
    <message>
        <source>A picture of the document is too large to look for tables around it.</source>
        <translation>문서에 너무 큰 그림이 있어 표를 찾지 않았습니다.</translation>
    </message>
    <message>
        <source>The text is whole. Compare tables with the page.</source>
        <translation>글자는 모두 읽었습니다. 표는 쪽과 대조해 주십시오.</translation>
    </message>
</context>
<context>
    <name>naru::ui::Diagram</name>
    <message>
        <source>a person&apos;s task</source>
        <translation>사람이 하는 일</translation>
    </message>
    <message>
        <source>the robot&apos;s work</source>
        <translation>로봇이 하는 일</translation>
    </message>
    <message>
        <source>calculation</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>decision by rules</source>
        <translation>규칙에 따른 판단</translation>
    </message>
    <message>
        <source>message out</source>
        <translation>보내는 알림</translation>
    </message>
    <message>
        <source>message in</source>
        <translation>받는 알림</translation>
    </message>
    <message>
        <source>sub-process</source>
        <translation>하위 업무 흐름</translation>
    </message>
    <message>
        <source>called process</source>
        <translation>불러온 업무 흐름</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>예외</translation>
    </message>
    <message>
        <source>one way of several</source>
        <translation>여러 길 중 하나</translation>
    </message>
    <message>
        <source>all ways at once</source>
        <translation>모든 길을 함께</translation>
    </message>
    <message>
        <source>fork</source>
        <translation>갈림길</translation>
    </message>
    <message>
        <source>event</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>task</source>
        <translation>일</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>담당 구역</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>아직 이르지 않음</translation>
    </message>
    <message>
        <source>done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>기다리는 중</translation>
    </message>
    <message>
        <source>stopped by a problem</source>
        <translation>문제로 멈춤</translation>
    </message>
</context>
<context>
    <name>naru::ui::DiagramNode</name>
    <message>
        <source>%1 times</source>
        <translation>%1번</translation>
    </message>
    <message>
        <source>%1 waiting to go in</source>
        <translation>%1건 들어가기를 기다림</translation>
    </message>
</context>
<context>
    <name>naru::ui::DiagramView</name>
    <message>
        <source>Diagram of the process</source>
        <translation>업무 흐름도</translation>
    </message>
</context>
<context>
    <name>naru::ui::DocumentContent</name>
    <message>
        <source>Table of the document</source>
        <translation>문서의 표</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>무슨 일인지</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>읽은 내용</translation>
    </message>
    <message>
        <source>Nothing was noticed: the document is read whole and as it should be.</source>
        <translation>알릴 것이 없습니다. 문서를 모두 제대로 읽었습니다.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Paragraphs and tables</source>
        <translation>문단과 표</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>문서에서 찾기</translation>
    </message>
    <message>
        <source>Find: words or initial consonants</source>
        <translation>찾기: 낱말이나 초성</translation>
    </message>
    <message>
        <source>Finding before (Shift+F3)</source>
        <translation>앞의 것 찾기 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next finding (F3)</source>
        <translation>다음 찾기 (F3)</translation>
    </message>
    <message>
        <source>No text and no table was found in this document.</source>
        <translation>이 문서에서 글이나 표를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Fields %1</source>
        <translation>필드 %1</translation>
    </message>
    <message>
        <source>Notes %1</source>
        <translation>알림 %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>Chosen cells</source>
        <translation>고른 칸</translation>
    </message>
</context>
<context>
    <name>naru::ui::DocumentGrid</name>
    <message>
        <source>Table of the document</source>
        <translation>문서의 표</translation>
    </message>
</context>
<context>
    <name>naru::ui::DocumentPage</name>
    <message>
        <source>Scan</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>최근 문서</translation>
    </message>
    <message>
        <source>Drop a document here</source>
        <translation>문서를 여기에 놓으세요</translation>
    </message>
    <message>
        <source>HWPX, HWP, PDF, XLSX, ODS, ODT, CSV, or a scan as PDF, TIFF, PNG, or JPEG. Its text, tables, and fields are shown beside its pages. Nothing is changed in the file.</source>
        <translation>HWPX, HWP, PDF, XLSX, ODS, ODT, CSV 문서와 스캔한 PDF, TIFF, PNG, JPEG을 엽니다. 쪽 그림 옆에 글과 표, 필드를 보여 줍니다. 파일은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Choose a file (Ctrl+O)</source>
        <translation>파일 고르기 (Ctrl+O)</translation>
    </message>
    <message>
        <source>No document has been opened yet.</source>
        <translation>아직 연 문서가 없습니다.</translation>
    </message>
    <message>
        <source>Open a document …</source>
        <translation>문서 열기 …</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>이어서 읽기</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>다른 형식으로 저장 …</translation>
    </message>
    <message>
        <source>Save the document as</source>
        <translation>다른 형식으로 저장</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>목록으로</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Copy the chosen cells</source>
        <translation>고른 칸 복사</translation>
    </message>
    <message>
        <source>All tables as %1 …</source>
        <translation>모든 표를 %1로 …</translation>
    </message>
    <message>
        <source>This table as %1 …</source>
        <translation>이 표를 %1로 …</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation>표 저장</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 표 모음</translation>
    </message>
    <message>
        <source>%1 table</source>
        <translation>%1 표</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>paragraph, cell</source>
        <translation>문단·칸</translation>
    </message>
    <message>
        <source>find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>copy cells</source>
        <translation>칸 복사</translation>
    </message>
    <message>
        <source>next page</source>
        <translation>다음 쪽</translation>
    </message>
    <message>
        <source>list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>%1 places to look at</source>
        <translation>확인할 곳 %1</translation>
    </message>
    <message>
        <source>Reading the document …</source>
        <translation>문서를 읽고 있습니다 …</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 읽는 중</translation>
    </message>
    <message>
        <source>Drawing a page</source>
        <translation>쪽 그리는 중</translation>
    </message>
    <message>
        <source>Stopped. What has been read is kept; &apos;Read on&apos; reads the rest.</source>
        <translation>멈췄습니다. 읽은 쪽은 그대로 있고, &apos;이어서 읽기&apos;로 나머지를 읽습니다.</translation>
    </message>
    <message>
        <source>Read: %1 paragraphs and tables.</source>
        <translation>문단과 표 %1개를 읽었습니다.</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>문서 열기</translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation>문서 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 쓰는 중</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>The document itself is not written over. Choose another name.</source>
        <translation>연 문서에 덮어쓰지 않습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>Fill in and save …</source>
        <translation>채워서 저장 …</translation>
    </message>
    <message>
        <source>Save the filled form</source>
        <translation>채운 서식 저장</translation>
    </message>
    <message>
        <source>%1 filled</source>
        <translation>%1 작성본</translation>
    </message>
    <message>
        <source>Filling %1</source>
        <translation>%1 채우는 중</translation>
    </message>
    <message>
        <source>Saved: %1. %2 values are longer than their fields: look at them.</source>
        <translation>저장했습니다: %1. 칸보다 긴 값이 %2개 있으니 확인하세요.</translation>
    </message>
</context>
<context>
    <name>naru::ui::DocumentPart</name>
    <message>
        <source>Table %1 · %2 rows × %3 columns</source>
        <translation>표 %1 · %2행 × %3열</translation>
    </message>
</context>
<context>
    <name>naru::ui::EvidenceView</name>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>이전 쪽</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 쪽</translation>
    </message>
    <message>
        <source>Smaller page</source>
        <translation>쪽 축소</translation>
    </message>
    <message>
        <source>Larger page</source>
        <translation>쪽 확대</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>너비 맞춤</translation>
    </message>
    <message>
        <source>Drawing a page</source>
        <translation>쪽 그리는 중</translation>
    </message>
    <message>
        <source>Reading the document</source>
        <translation>문서 읽는 중</translation>
    </message>
    <message>
        <source>No document stands behind this line.</source>
        <translation>이 줄에는 근거 문서가 없습니다.</translation>
    </message>
    <message>
        <source>page %1 of %2 · %3 % · %4</source>
        <translation>%1/%2쪽 · %3% · %4</translation>
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
    <message>
        <source>No order line was found in this document. Is it a personnel order?</source>
        <translation>이 문서에서 발령 사항을 찾지 못했습니다. 인사발령문이 맞는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>The file is not there any more. It may have been moved or renamed.</source>
        <translation>파일이 그 자리에 없습니다. 옮겼거나 이름을 바꾸었을 수 있습니다.</translation>
    </message>
    <message>
        <source>You may not read or write this file. Ask its owner.</source>
        <translation>이 파일을 읽거나 쓸 권한이 없습니다. 파일의 주인에게 문의하세요.</translation>
    </message>
    <message>
        <source>The file is empty. Get it again from the sender.</source>
        <translation>빈 파일입니다. 보낸 곳에서 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>This is no file. Choose a document.</source>
        <translation>파일이 아닙니다. 문서를 골라 주세요.</translation>
    </message>
    <message>
        <source>The file has changed since the plan was made, so it is not shown as evidence.</source>
        <translation>계획을 만든 뒤 파일이 바뀌어 근거로 보여 주지 않습니다.</translation>
    </message>
    <message>
        <source>The file broke its reader, which was stopped. It is damaged, or made to do harm.</source>
        <translation>파일을 읽던 프로그램이 멈추어 중단했습니다. 손상되었거나 해로운 파일입니다.</translation>
    </message>
    <message>
        <source>The file wanted more than may be used, and its reading was stopped. It is damaged, or made to do harm.</source>
        <translation>파일이 허용된 자원을 넘어 중단했습니다. 손상되었거나 해로운 파일입니다.</translation>
    </message>
    <message>
        <source>Reading the file took too long and was stopped. It is damaged, or far too large.</source>
        <translation>읽는 데 너무 오래 걸려 중단했습니다. 손상되었거나 지나치게 큰 파일입니다.</translation>
    </message>
    <message>
        <source>This is the old Excel format (.xls), which is read where LibreOffice is installed. Save it as .xlsx and open it again.</source>
        <translation>옛 엑셀 형식(.xls)이며, 이 형식은 LibreOffice가 설치된 컴퓨터에서만 읽습니다. XLSX로 저장한 뒤 다시 열어 주세요.</translation>
    </message>
    <message>
        <source>This HWP document is of an old kind (HWP 3 or older). Open it in Hancom Office and save it as HWPX.</source>
        <translation>옛 형식의 한글 문서(HWP 3 이하)입니다. 한컴오피스에서 열어 HWPX로 저장해 주세요.</translation>
    </message>
    <message>
        <source>This HWP document is of a version that is not known. Save it as HWPX.</source>
        <translation>알 수 없는 판의 한글 문서(HWP)입니다. HWPX로 저장해 주세요.</translation>
    </message>
    <message>
        <source>The document is locked by digital rights (DRM). Ask the sender for one without.</source>
        <translation>디지털 저작권 보호(DRM)로 잠긴 문서입니다. 보낸 사람에게 보호를 푼 문서를 요청해 주세요.</translation>
    </message>
    <message>
        <source>The document is encrypted with a certificate. Ask the sender for one without.</source>
        <translation>인증서로 암호화된 문서입니다. 보낸 사람에게 암호화하지 않은 문서를 요청해 주세요.</translation>
    </message>
    <message>
        <source>The file lacks a part that it needs. Get it again from the sender.</source>
        <translation>파일에 꼭 필요한 부분이 없습니다. 보낸 사람에게 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was written. Make room and try again.</source>
        <translation>디스크가 가득 찼습니다. 쓴 것은 없습니다. 공간을 비우고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>A newer Naru made this office. Use that version.</source>
        <translation>더 새로운 나루가 만든 기관입니다. 그 판을 사용해 주세요.</translation>
    </message>
    <message>
        <source>There is no office here yet.</source>
        <translation>아직 여기에 기관이 없습니다.</translation>
    </message>
    <message>
        <source>This file is not an office.</source>
        <translation>기관 데이터가 아닌 파일입니다.</translation>
    </message>
    <message>
        <source>The office lies on a network drive, where it could be damaged. Keep it on this computer, or use a server.</source>
        <translation>기관 데이터가 네트워크 드라이브에 있어 손상될 수 있습니다. 이 컴퓨터에 두거나 서버를 쓰세요.</translation>
    </message>
    <message>
        <source>The plan has another revision by now, so it was not applied. Look at it again and approve it.</source>
        <translation>그사이 계획이 새로 만들어져 적용하지 않았습니다. 다시 살펴보고 승인하세요.</translation>
    </message>
    <message>
        <source>The file is damaged. Get it again from the sender.</source>
        <translation>손상된 파일입니다. 보낸 곳에서 다시 받아 주세요.</translation>
    </message>
    <message>
        <source>A page could not be recognised. Look at it yourself.</source>
        <translation>인식하지 못한 쪽이 있습니다. 직접 확인해 주세요.</translation>
    </message>
    <message>
        <source>The Korean model for scans is not installed (tesseract-ocr-kor).</source>
        <translation>스캔 인식용 한국어 모델(tesseract-ocr-kor)이 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>This account is locked. Ask the administrator to open it.</source>
        <translation>이 계정은 잠겨 있습니다. 관리자에게 풀어 달라고 하십시오.</translation>
    </message>
    <message>
        <source>Nobody of the office has this employee number. Check the number.</source>
        <translation>이 사번을 가진 사람이 없습니다. 사번을 확인해 주십시오.</translation>
    </message>
    <message>
        <source>The file of answers is not as it should be. Make it again from the questions of the plan.</source>
        <translation>답변 파일의 모양이 맞지 않습니다. 계획의 질문에서 다시 만들어 주십시오.</translation>
    </message>
    <message>
        <source>No way leads on from a gateway of the process: none of its conditions holds. Correct the value that it asks, and try again.</source>
        <translation>업무 흐름의 갈림길에서 맞는 조건이 없어 갈 곳이 없습니다. 조건이 묻는 값을 바로잡고 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>This file is no BPMN model. Save it as BPMN 2.0 in the modeller.</source>
        <translation>BPMN 모델이 아닙니다. 모델 편집기에서 BPMN 2.0으로 저장해 주십시오.</translation>
    </message>
    <message>
        <source>A timer of the process says no moment that can be understood. Correct its expression, or the value that it asks.</source>
        <translation>업무 흐름의 타이머가 알아들을 수 있는 시각이 아닙니다. 식이나 식이 묻는 값을 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>An entry of the office&apos;s calendar is no day. Correct the file of days off.</source>
        <translation>기관 달력에 날짜가 아닌 항목이 있습니다. 휴무일 파일을 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>The days off of those years are not known yet, so no later time can be told. Bring the calendar up to date.</source>
        <translation>그해의 쉬는 날을 아직 알 수 없어 그 뒤의 시각은 정할 수 없습니다. 달력을 새로 받아 주십시오.</translation>
    </message>
    <message>
        <source>One of the parts of the cron rule is out of its range. They are minute 0–59, hour 0–23, day 1–31, month 1–12, weekday 0–7.</source>
        <translation>cron 규칙에 범위를 벗어난 칸이 있습니다. 분 0–59, 시 0–23, 일 1–31, 월 1–12, 요일 0–7입니다.</translation>
    </message>
    <message>
        <source>A cron rule has five parts: minute, hour, day, month, weekday. Write it as 0 9 5 * *.</source>
        <translation>cron 규칙은 분·시·일·월·요일의 다섯 칸입니다. 0 9 5 * *처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>The cron rule is too long. Split it into several schedules.</source>
        <translation>cron 규칙이 너무 깁니다. 예약을 여러 개로 나누어 주십시오.</translation>
    </message>
    <message>
        <source>No day is ever as this rule says, such as the 30th of February. Change the day or the month.</source>
        <translation>2월 30일처럼 규칙에 맞는 날이 없습니다. 일이나 월을 바꾸어 주십시오.</translation>
    </message>
    <message>
        <source>The number has more digits than can be kept exactly (34). Write it shorter.</source>
        <translation>정확히 담을 수 있는 자릿수(34자리)를 넘었습니다. 더 짧게 적어 주십시오.</translation>
    </message>
    <message>
        <source>This is no number. Write it in digits, as 12,500.</source>
        <translation>수가 아닙니다. 12,500처럼 숫자로 적어 주십시오.</translation>
    </message>
    <message>
        <source>A whole number is needed here. Leave the part behind the point out.</source>
        <translation>정수가 필요합니다. 소수점 아래를 빼고 적어 주십시오.</translation>
    </message>
    <message>
        <source>More or fewer rules of a decision fit than it allows. Correct the table, or the values that it was asked with.</source>
        <translation>의사결정표에 맞는 규칙의 수가 적중 정책과 다릅니다. 표나 물은 값을 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>The decision models import one another in a circle. Take one of the imports out.</source>
        <translation>의사결정 모델이 서로를 맴돌며 가져옵니다. 가져오기 하나를 빼 주십시오.</translation>
    </message>
    <message>
        <source>A rule is written in another language than FEEL. Write it in FEEL.</source>
        <translation>FEEL이 아닌 언어로 쓴 규칙이 있습니다. FEEL로 적어 주십시오.</translation>
    </message>
    <message>
        <source>Records of this kind cannot be exported. Choose another list.</source>
        <translation>이 종류의 기록은 내보낼 수 없습니다. 다른 목록을 골라 주십시오.</translation>
    </message>
    <message>
        <source>A boxed expression is not as it should be. Correct it in the model.</source>
        <translation>상자식의 모양이 맞지 않습니다. 모델에서 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>The values must stand in one context: {name: value}. Correct them.</source>
        <translation>값은 {이름: 값} 모양의 문맥 하나여야 합니다. 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>The expression took more steps or room than allowed, and was stopped. Make it simpler.</source>
        <translation>식이 허용된 단계나 메모리를 넘어 멈추었습니다. 더 단순하게 적어 주십시오.</translation>
    </message>
    <message>
        <source>The pattern cannot be read. Correct it.</source>
        <translation>정규식을 읽을 수 없습니다. 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>The expression cannot be read. Correct it where the reason says; texts stand in quotes.</source>
        <translation>식을 읽을 수 없습니다. 아래에 적힌 곳을 바로잡아 주십시오. 글자는 따옴표로 묶습니다.</translation>
    </message>
    <message>
        <source>The expression gave no value. Correct it, or the values that it asks.</source>
        <translation>식이 값을 내지 못했습니다. 식이나 식이 묻는 값을 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>The file could not be opened. Close it in other programs and try again.</source>
        <translation>파일을 열 수 없습니다. 다른 프로그램에서 닫고 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The file could not be read to its end. Check the disk or the network and try again.</source>
        <translation>파일을 끝까지 읽지 못했습니다. 디스크나 네트워크를 확인하고 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The file could not be written. Check whether it is open elsewhere and the folder has room, and try again.</source>
        <translation>파일을 쓸 수 없습니다. 다른 곳에서 열려 있는지, 폴더에 자리가 있는지 확인하고 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The file in the folder is still being written. It is taken once it is still.</source>
        <translation>폴더의 파일이 아직 쓰이는 중입니다. 다 쓰이면 처리합니다.</translation>
    </message>
    <message>
        <source>The watched folder cannot be read. Check whether it is there and the service may read it.</source>
        <translation>감시하는 폴더를 읽을 수 없습니다. 폴더가 있는지, 서비스가 읽을 권한이 있는지 확인해 주십시오.</translation>
    </message>
    <message>
        <source>The form is not filled in as it asks. Correct the field and send it again.</source>
        <translation>서식을 맞게 채우지 않았습니다. 해당 항목을 고쳐 다시 보내 주십시오.</translation>
    </message>
    <message>
        <source>This kind of document has no pages to show. Open it in its own program.</source>
        <translation>이 종류의 문서는 보여 줄 쪽이 없습니다. 본래 프로그램에서 열어 주십시오.</translation>
    </message>
    <message>
        <source>This document has no rows to import. Choose a spreadsheet (XLSX, CSV).</source>
        <translation>이 문서에는 가져올 행이 없습니다. 표 파일(XLSX, CSV)을 골라 주십시오.</translation>
    </message>
    <message>
        <source>Documents of this format can be read, not written. Choose another format.</source>
        <translation>이 형식은 읽기만 하고 쓸 수는 없습니다. 다른 형식을 골라 주십시오.</translation>
    </message>
    <message>
        <source>No part of the program writes this format. Choose another ending for the file.</source>
        <translation>이 형식으로 쓸 수 없습니다. 파일 이름의 확장자를 바꾸어 주십시오.</translation>
    </message>
    <message>
        <source>The journal is not as it was written: something has been changed outside of Naru. Do not go on; call the administrator and keep the file.</source>
        <translation>대장이 처음 적힌 것과 다릅니다. 나루 밖에서 바뀌었습니다. 더 진행하지 말고 파일을 그대로 둔 채 관리자를 불러 주십시오.</translation>
    </message>
    <message>
        <source>The reader of scans (OCR) is not installed, so this document cannot be read. Ask the administrator.</source>
        <translation>스캔 문서를 읽는 프로그램(OCR)이 없어 이 문서를 읽을 수 없습니다. 관리자에게 문의해 주십시오.</translation>
    </message>
    <message>
        <source>The document could not be moved to the folder of what is done. Check the folder, then let the robot try again.</source>
        <translation>처리한 문서를 폴더로 옮기지 못했습니다. 폴더를 확인하고 로봇이 다시 시도하게 해 주십시오.</translation>
    </message>
    <message>
        <source>The folder could not be made. Check where it should lie, then let the robot try again.</source>
        <translation>폴더를 만들지 못했습니다. 위치를 확인하고 로봇이 다시 시도하게 해 주십시오.</translation>
    </message>
    <message>
        <source>The robot&apos;s step lacks something that it needs. Correct the value and let it try again.</source>
        <translation>로봇의 단계에 필요한 것이 없습니다. 값을 바로잡고 다시 시도하게 해 주십시오.</translation>
    </message>
    <message>
        <source>There is nobody with this employee number on this day. Check the number or the day.</source>
        <translation>이 날짜에 이 사번을 가진 사람이 없습니다. 사번이나 날짜를 확인해 주십시오.</translation>
    </message>
    <message>
        <source>The records have changed since the plan was made, so nothing was applied. Make the plan again and look at what differs.</source>
        <translation>계획을 세운 뒤 기록이 바뀌어 아무것도 반영하지 않았습니다. 계획을 다시 세우고 달라진 곳을 확인해 주십시오.</translation>
    </message>
    <message>
        <source>The plan has open questions, so nothing was applied. Answer them first.</source>
        <translation>계획에 답하지 않은 질문이 있어 아무것도 반영하지 않았습니다. 먼저 질문에 답해 주십시오.</translation>
    </message>
    <message>
        <source>The plan is in another state by now, so this cannot be done with it. Look at it again.</source>
        <translation>계획의 상태가 그사이 바뀌어 이 일을 할 수 없습니다. 계획을 다시 확인해 주십시오.</translation>
    </message>
    <message>
        <source>There is no such plan. Look for it in the list of plans.</source>
        <translation>그런 계획이 없습니다. 계획 목록에서 찾아 주십시오.</translation>
    </message>
    <message>
        <source>The file cannot be read: it is damaged. Get it again from the sender.</source>
        <translation>파일이 손상되어 읽을 수 없습니다. 보낸 곳에서 다시 받아 주십시오.</translation>
    </message>
    <message>
        <source>The reader of documents has ended. Open the document again.</source>
        <translation>문서를 읽는 프로그램이 끝났습니다. 문서를 다시 열어 주십시오.</translation>
    </message>
    <message>
        <source>The reader of documents is not installed beside the program. Install Naru again.</source>
        <translation>문서를 읽는 프로그램이 설치되어 있지 않습니다. 나루를 다시 설치해 주십시오.</translation>
    </message>
    <message>
        <source>The reader of documents could not be started. Close other programs and try again.</source>
        <translation>문서를 읽는 프로그램을 시작하지 못했습니다. 다른 프로그램을 닫고 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The reader of documents could not be locked in safely, so nothing was read. Ask the administrator.</source>
        <translation>문서를 읽는 프로그램을 안전하게 가두지 못해 읽지 않았습니다. 관리자에게 문의해 주십시오.</translation>
    </message>
    <message>
        <source>There is no such record, or not any more. Refresh the list.</source>
        <translation>그런 기록이 없거나 없어졌습니다. 목록을 새로 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>There is nothing to take back: the plan has changed nothing, or was taken back before.</source>
        <translation>되돌릴 것이 없습니다. 계획이 바꾼 것이 없거나 이미 되돌렸습니다.</translation>
    </message>
    <message>
        <source>The robot was not given what it needs, or something that it does not know. Fill in what is missing.</source>
        <translation>로봇에 필요한 것을 주지 않았거나 로봇이 모르는 것을 주었습니다. 빠진 것을 채워 주십시오.</translation>
    </message>
    <message>
        <source>There is no such robot. Check its name, or ask the administrator whether it is installed.</source>
        <translation>그런 로봇이 없습니다. 이름을 확인하거나 설치되었는지 관리자에게 문의해 주십시오.</translation>
    </message>
    <message>
        <source>Something is wrong in the folder of the robot, so it does not run. ‘naru robot check’ names all of it.</source>
        <translation>로봇 폴더에 잘못된 것이 있어 실행하지 않습니다. ‘naru robot check’가 모두 알려 줍니다.</translation>
    </message>
    <message>
        <source>COUNT is too large to be counted. Write fewer, or say UNTIL when.</source>
        <translation>COUNT가 세기에 너무 큽니다. 줄이거나 UNTIL로 끝을 적어 주십시오.</translation>
    </message>
    <message>
        <source>The rule does not say how often. Begin it with FREQ=DAILY, WEEKLY, MONTHLY, or YEARLY.</source>
        <translation>얼마나 자주인지가 없습니다. FREQ=DAILY, WEEKLY, MONTHLY, YEARLY 가운데 하나로 시작해 주십시오.</translation>
    </message>
    <message>
        <source>INTERVAL is no number from 1 on. Write it as INTERVAL=2.</source>
        <translation>INTERVAL이 1 이상의 수가 아닙니다. INTERVAL=2처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>The rule is too long. Split it into several schedules.</source>
        <translation>규칙이 너무 깁니다. 예약을 여러 개로 나누어 주십시오.</translation>
    </message>
    <message>
        <source>BYMONTH has a month that is none. They are numbers from 1 to 12.</source>
        <translation>BYMONTH에 없는 달이 있습니다. 1부터 12까지의 수입니다.</translation>
    </message>
    <message>
        <source>Days of the month do not go with FREQ=WEEKLY. Use BYDAY, or FREQ=MONTHLY.</source>
        <translation>매주 되풀이에는 BYMONTHDAY를 쓸 수 없습니다. BYDAY나 FREQ=MONTHLY를 써 주십시오.</translation>
    </message>
    <message>
        <source>The rule has a number out of its range, such as a day of 32. Correct it.</source>
        <translation>32일처럼 범위를 벗어난 수가 규칙에 있습니다. 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>‘The second Tuesday’ goes with FREQ=MONTHLY or YEARLY only. Leave the number out, or change FREQ.</source>
        <translation>‘둘째 화요일’은 FREQ=MONTHLY나 YEARLY에만 쓸 수 있습니다. 수를 빼거나 FREQ를 바꾸어 주십시오.</translation>
    </message>
    <message>
        <source>The parts of a rule are NAME=VALUE with semicolons between them. Write it as FREQ=MONTHLY;BYMONTHDAY=5.</source>
        <translation>규칙은 이름=값을 쌍반점으로 이어 적습니다. FREQ=MONTHLY;BYMONTHDAY=5처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>RSCALE is a calendar that is not known. It is GREGORIAN, CHINESE, DANGI, or HEBREW.</source>
        <translation>RSCALE의 달력을 알 수 없습니다. GREGORIAN, CHINESE, DANGI, HEBREW 가운데 하나입니다.</translation>
    </message>
    <message>
        <source>BYSETPOS picks among days that another part names. Add BYDAY or BYMONTHDAY.</source>
        <translation>BYSETPOS는 다른 조건이 고른 날 가운데서 뽑습니다. BYDAY나 BYMONTHDAY를 더해 주십시오.</translation>
    </message>
    <message>
        <source>SKIP is OMIT, BACKWARD, or FORWARD, and stands beside RSCALE. Correct it.</source>
        <translation>SKIP은 OMIT, BACKWARD, FORWARD 가운데 하나이고 RSCALE과 함께 씁니다. 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>The first day lies outside of the calendar of this rule. Choose another first day.</source>
        <translation>시작하는 날이 이 규칙의 달력을 벗어납니다. 다른 날을 골라 주십시오.</translation>
    </message>
    <message>
        <source>A part of the rule stands twice. Leave one of them out.</source>
        <translation>규칙에 같은 이름이 두 번 있습니다. 하나를 빼 주십시오.</translation>
    </message>
    <message>
        <source>The rule has both COUNT and UNTIL. Keep one of them.</source>
        <translation>규칙에 COUNT와 UNTIL이 함께 있습니다. 하나만 남겨 주십시오.</translation>
    </message>
    <message>
        <source>A part of the rule is not known (RFC 5545). Check its name, as BYDAY or BYMONTHDAY.</source>
        <translation>규칙에 모르는 이름이 있습니다(RFC 5545). BYDAY, BYMONTHDAY처럼 이름을 확인해 주십시오.</translation>
    </message>
    <message>
        <source>UNTIL is no day. Write it as UNTIL=20261231.</source>
        <translation>UNTIL이 날짜가 아닙니다. UNTIL=20261231처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>Numbers of weeks (BYWEEKNO) go with FREQ=YEARLY only. Leave them out, or change FREQ.</source>
        <translation>BYWEEKNO는 FREQ=YEARLY에만 쓸 수 있습니다. 빼거나 FREQ를 바꾸어 주십시오.</translation>
    </message>
    <message>
        <source>A weekday of the rule is none. They are MO, TU, WE, TH, FR, SA, SU, also as 2TU or -1FR.</source>
        <translation>규칙에 없는 요일이 있습니다. MO, TU, WE, TH, FR, SA, SU이고 2TU, -1FR처럼도 씁니다.</translation>
    </message>
    <message>
        <source>Days of the year (BYYEARDAY) do not go with this FREQ. Leave them out, or write FREQ=YEARLY.</source>
        <translation>BYYEARDAY는 이 FREQ와 함께 쓸 수 없습니다. 빼거나 FREQ=YEARLY로 적어 주십시오.</translation>
    </message>
    <message>
        <source>The record of this run is not as it was written: it has been changed outside of Naru. Do not let it go on; call the administrator and keep the file.</source>
        <translation>이 실행의 기록이 처음 적힌 것과 다릅니다. 나루 밖에서 바뀌었습니다. 더 진행하지 말고 파일을 그대로 둔 채 관리자를 불러 주십시오.</translation>
    </message>
    <message>
        <source>The run has ended, so nothing can be told to it any more. Begin a new one.</source>
        <translation>실행이 이미 끝나 더 알릴 수 없습니다. 새로 시작해 주십시오.</translation>
    </message>
    <message>
        <source>The record of this run has an entry that this program does not know. Use the version of Naru that wrote it.</source>
        <translation>이 실행의 기록에 이 프로그램이 모르는 항목이 있습니다. 기록한 버전의 나루를 써 주십시오.</translation>
    </message>
    <message>
        <source>Another has taken this run over, so this step was not written. It goes on there.</source>
        <translation>다른 쪽이 이 실행을 넘겨받아 이 단계는 기록하지 않았습니다. 그쪽에서 이어 갑니다.</translation>
    </message>
    <message>
        <source>Another works on this run at the moment. Try again in a moment.</source>
        <translation>지금 다른 쪽이 이 실행을 진행하고 있습니다. 잠시 뒤 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The robot wanted to do more than it may in one run, and was stopped. Look at its process: it may go round in a circle.</source>
        <translation>로봇이 한 번에 할 수 있는 것보다 많은 일을 하려 하여 멈추었습니다. 업무 흐름이 맴도는지 확인해 주십시오.</translation>
    </message>
    <message>
        <source>There is no such run. Look for it in the list of runs.</source>
        <translation>그런 실행이 없습니다. 실행 목록에서 찾아 주십시오.</translation>
    </message>
    <message>
        <source>What the robot would do now is not what was approved, so it did nothing. Look at the preview again and approve that.</source>
        <translation>지금 하려는 일이 승인된 것과 달라 아무것도 하지 않았습니다. 미리보기를 다시 보고 승인해 주십시오.</translation>
    </message>
    <message>
        <source>The version of the robot that this run began with is no longer kept. Cancel the run and begin a new one.</source>
        <translation>이 실행이 시작한 로봇 버전이 보관되어 있지 않습니다. 실행을 취소하고 새로 시작해 주십시오.</translation>
    </message>
    <message>
        <source>The robot asks for something that is not in its manifest, so it was not done. The administrator must allow it first.</source>
        <translation>로봇이 명세에 없는 일을 하려 하여 하지 않았습니다. 관리자가 먼저 허락해야 합니다.</translation>
    </message>
    <message>
        <source>The record of this run has a gap, so it does not go on. Call the administrator and keep the file.</source>
        <translation>이 실행의 기록에 빠진 곳이 있어 진행하지 않습니다. 파일을 그대로 둔 채 관리자를 불러 주십시오.</translation>
    </message>
    <message>
        <source>It is not known whether the last step took effect before the interruption, and nobody can be asked. Look whether it did: then pass it over if so, else try again.</source>
        <translation>중단되기 전 마지막 단계가 이루어졌는지 알 수 없고 물어볼 곳도 없습니다. 직접 확인하여 이루어졌으면 건너뛰고, 아니면 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>This is nothing that a run understands. Use the same version of Naru everywhere.</source>
        <translation>실행이 알아듣지 못하는 말입니다. 모든 곳에서 같은 버전의 나루를 써 주십시오.</translation>
    </message>
    <message>
        <source>Single days that are added or left out go with an RRULE only. Take them out, or write the rule as RRULE.</source>
        <translation>더하거나 뺀 날은 RRULE에만 쓸 수 있습니다. 빼거나 규칙을 RRULE로 적어 주십시오.</translation>
    </message>
    <message>
        <source>The last day lies before the first. Choose a later one.</source>
        <translation>끝나는 날이 시작하는 날보다 앞섭니다. 더 뒤의 날을 골라 주십시오.</translation>
    </message>
    <message>
        <source>The schedule is not written as it should be. Correct the part that is named.</source>
        <translation>예약의 모양이 맞지 않습니다. 적힌 곳을 바로잡아 주십시오.</translation>
    </message>
    <message>
        <source>This schedule never comes to pass: all of its times are past, or none is ever as it says. Change the rule or its days.</source>
        <translation>이 예약은 실행될 때가 없습니다. 시각이 모두 지났거나 맞는 날이 없습니다. 규칙이나 기간을 바꾸어 주십시오.</translation>
    </message>
    <message>
        <source>The schedule has no number. Give it one, as s-000000000001.</source>
        <translation>예약에 번호가 없습니다. s-000000000001처럼 번호를 주십시오.</translation>
    </message>
    <message>
        <source>The schedule names no robot. Choose one.</source>
        <translation>예약에 로봇이 없습니다. 로봇을 골라 주십시오.</translation>
    </message>
    <message>
        <source>The rule begins nowhere. Say the first day and the time.</source>
        <translation>시작하는 날이 없습니다. 시작하는 날과 시각을 적어 주십시오.</translation>
    </message>
    <message>
        <source>There is no such schedule, or not any more. Refresh the list.</source>
        <translation>그런 예약이 없거나 없어졌습니다. 목록을 새로 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>This time does not ask any more: it was decided meanwhile. Refresh the list.</source>
        <translation>이 시각은 이미 결정되었습니다. 목록을 새로 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>A number of the schedule is out of its range. Missed times may be 1 to 1,000, seconds 0 to 3,600.</source>
        <translation>예약의 수가 범위를 벗어났습니다. 놓친 것은 1~1,000번, 초는 0~3,600입니다.</translation>
    </message>
    <message>
        <source>This is no moment. Write the day and the time, as 2026-12-05 09:00.</source>
        <translation>시각이 아닙니다. 2026-12-05 09:00처럼 날과 시각을 적어 주십시오.</translation>
    </message>
    <message>
        <source>The schedule has a field that is not known. Check its name.</source>
        <translation>예약에 모르는 항목이 있습니다. 이름을 확인해 주십시오.</translation>
    </message>
    <message>
        <source>The day lies outside of the years 1970 to 9999. Choose another.</source>
        <translation>1970년부터 9999년까지의 날이 아닙니다. 다른 날을 골라 주십시오.</translation>
    </message>
    <message>
        <source>There is no such time zone. Write it as Asia/Seoul.</source>
        <translation>그런 시간대가 없습니다. Asia/Seoul처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>Another service of this office decides what is due. There is nothing to be done.</source>
        <translation>이 기관의 다른 서비스가 예약을 맡고 있습니다. 따로 할 일은 없습니다.</translation>
    </message>
    <message>
        <source>Another program has been writing into the office for too long. Try again in a moment.</source>
        <translation>다른 프로그램이 오랫동안 쓰고 있습니다. 잠시 뒤 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>The file of the office is damaged. Do not go on working with it; restore the last backup, or call the administrator.</source>
        <translation>기관 파일이 손상되었습니다. 더 쓰지 말고 마지막 백업을 되살리거나 관리자를 불러 주십시오.</translation>
    </message>
    <message>
        <source>You may not read or write the file of the office. Ask the administrator.</source>
        <translation>기관 파일을 읽거나 쓸 권한이 없습니다. 관리자에게 문의해 주십시오.</translation>
    </message>
    <message>
        <source>There is a file already, and it is not overwritten. Choose another name.</source>
        <translation>이미 파일이 있어 덮어쓰지 않았습니다. 다른 이름을 골라 주십시오.</translation>
    </message>
    <message>
        <source>The disk could not be read or written. Nothing was changed. Check the disk and try again.</source>
        <translation>디스크를 읽거나 쓰지 못했습니다. 바뀐 것은 없습니다. 디스크를 확인하고 다시 시도해 주십시오.</translation>
    </message>
    <message>
        <source>This program opens offices that are files. Give the path of one.</source>
        <translation>이 프로그램은 파일로 된 기관만 엽니다. 파일의 경로를 적어 주십시오.</translation>
    </message>
    <message>
        <source>The task can be handed on to exactly one person who is in the office today. Write the name or the employee number of one.</source>
        <translation>오늘 근무하는 한 사람에게만 넘길 수 있습니다. 이름이나 사번을 정확히 적어 주십시오.</translation>
    </message>
    <message>
        <source>Somebody else has taken this task. Ask them to give it back.</source>
        <translation>다른 사람이 이미 맡은 일입니다. 그 사람에게 내려놓아 달라고 하십시오.</translation>
    </message>
    <message>
        <source>There is no such task, or not any more. Refresh the list.</source>
        <translation>그런 할 일이 없거나 없어졌습니다. 목록을 새로 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>This task is done already, or the robot no longer needs it. Refresh the list.</source>
        <translation>이미 끝났거나 로봇이 더는 필요로 하지 않는 일입니다. 목록을 새로 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>This task is for others. Ask them, or the administrator.</source>
        <translation>다른 사람에게 배정된 일입니다. 담당자나 관리자에게 문의해 주십시오.</translation>
    </message>
    <message>
        <source>This robot takes no files, so a folder cannot start it. Choose another robot, or another trigger.</source>
        <translation>이 로봇은 파일을 받지 않아 폴더로 시작할 수 없습니다. 다른 로봇이나 다른 시작 조건을 골라 주십시오.</translation>
    </message>
    <message>
        <source>There is no such folder. Make it first, or write where it lies from / on.</source>
        <translation>그런 폴더가 없습니다. 먼저 만들거나 /부터 전체 경로를 적어 주십시오.</translation>
    </message>
    <message>
        <source>The trigger names no message. Write the name that it waits for.</source>
        <translation>시작 조건에 메시지 이름이 없습니다. 기다릴 이름을 적어 주십시오.</translation>
    </message>
    <message>
        <source>There is no such trigger, or not any more. Refresh the list.</source>
        <translation>그런 시작 조건이 없거나 없어졌습니다. 목록을 새로 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>There is no such unit on this day. Check its code or the day.</source>
        <translation>이 날짜에 그런 부서가 없습니다. 부서 코드나 날짜를 확인해 주십시오.</translation>
    </message>
    <message>
        <source>A number with a fraction would not stay exact here. Write it as FEEL, as {&quot;$feel&quot;: &quot;12.50&quot;}.</source>
        <translation>소수는 여기서 정확히 남지 않습니다. {&quot;$feel&quot;: &quot;12.50&quot;}처럼 FEEL로 적어 주십시오.</translation>
    </message>
    <message>
        <source>The model is in an encoding that is not known. Save it as UTF-8.</source>
        <translation>모델의 문자 부호를 알 수 없습니다. UTF-8로 저장해 주십시오.</translation>
    </message>
    <message>
        <source>The model is larger or deeper than may be read. Split it.</source>
        <translation>모델이 읽을 수 있는 크기나 깊이를 넘었습니다. 나누어 주십시오.</translation>
    </message>
    <message>
        <source>The XML cannot be read. Save it again in the program that made it.</source>
        <translation>XML을 읽을 수 없습니다. 만든 프로그램에서 다시 저장해 주십시오.</translation>
    </message>
    <message>
        <source>Two changes meet at one place of the model. Make them one after the other.</source>
        <translation>모델의 같은 곳을 두 번 고치려 합니다. 하나씩 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>The file holds more than may be unpacked, and was not opened. Get it again, or in parts.</source>
        <translation>풀 수 있는 것보다 많은 것이 들어 있어 열지 않았습니다. 다시 받거나 나누어 받아 주십시오.</translation>
    </message>
    <message>
        <source>A field of the form is damaged. Make it anew in Hancom Office.</source>
        <translation>서식의 필드가 손상되었습니다. 한글에서 다시 만드십시오.</translation>
    </message>
    <message>
        <source>The form has no field of this name. Choose one of its own.</source>
        <translation>서식에 이런 이름의 필드가 없습니다. 서식에 있는 이름을 고르십시오.</translation>
    </message>
    <message>
        <source>The form has no table row with these fields. Put them into one row, or fill them singly.</source>
        <translation>서식에 이 필드들이 함께 있는 표의 행이 없습니다. 한 행에 두거나 하나씩 채우십시오.</translation>
    </message>
    <message>
        <source>A field of the form cannot take this value. Correct the value.</source>
        <translation>서식의 필드에 넣을 수 없는 값입니다. 값을 고치십시오.</translation>
    </message>
    <message>
        <source>A value is given as NAME=VALUE. Write the name of the field before the sign.</source>
        <translation>값은 이름=값으로 줍니다. 등호 앞에 필드 이름을 쓰십시오.</translation>
    </message>
    <message>
        <source>The data for the form are not what they should be. Correct the file.</source>
        <translation>서식에 넣을 자료가 올바르지 않습니다. 파일을 고치십시오.</translation>
    </message>
    <message>
        <source>There is nothing to fill in. Give values with --set or --data.</source>
        <translation>채울 값이 없습니다. --set이나 --data로 주십시오.</translation>
    </message>
    <message>
        <source>This document cannot be filled. Save the form as HWPX or XLSX.</source>
        <translation>이 문서는 채울 수 없습니다. 서식을 HWPX나 XLSX로 저장하십시오.</translation>
    </message>
    <message>
        <source>What was typed as read is not understood. Type it as it is written in the document, days as 2026-07-29.</source>
        <translation>고쳐 적은 것을 이해할 수 없습니다. 문서에 적힌 그대로, 날짜는 2026-07-29처럼 적으세요.</translation>
    </message>
    <message>
        <source>The run could not follow this word, so nothing has changed. Correct a value, or cancel the run.</source>
        <translation>실행이 이 말을 따를 수 없어 바뀐 것이 없습니다. 값을 바로잡거나 실행을 취소해 주십시오.</translation>
    </message>
    <message>
        <source>The word was heard, and then the run stopped at a problem again. Look at the problem.</source>
        <translation>말은 전해졌으나 실행이 다시 문제에 걸려 멈추었습니다. 문제를 확인해 주십시오.</translation>
    </message>
    <message>
        <source>The file has no rows to work out. It must be a list in JSON, each with robot, case, and input.</source>
        <translation>파일에 계산할 줄이 없습니다. robot, case, input이 있는 줄들의 JSON 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>No run of this robot is under way at another version, so there is nothing to take over.</source>
        <translation>이 로봇의 다른 판으로 실행 중인 건이 없어 옮길 것이 없습니다.</translation>
    </message>
    <message>
        <source>The run has not begun yet. Wait until it has, then plan again.</source>
        <translation>실행이 아직 시작되지 않았습니다. 시작된 뒤에 계획을 다시 세우십시오.</translation>
    </message>
    <message>
        <source>A run goes over only to another version of its own robot. Name the runs of that robot.</source>
        <translation>실행은 같은 로봇의 다른 판으로만 옮길 수 있습니다. 그 로봇의 실행을 지정하십시오.</translation>
    </message>
    <message>
        <source>These runs came from several versions, so one plan cannot take them back. Plan each version by itself.</source>
        <translation>이 실행들은 여러 판에서 왔으므로 한 계획으로 되돌릴 수 없습니다. 판마다 따로 계획하십시오.</translation>
    </message>
    <message>
        <source>This robot has rules alone and nothing to run. ‘naru robot golden’ works with its rules.</source>
        <translation>이 로봇에는 규칙만 있고 실행할 절차가 없습니다. 규칙은 ‘naru robot golden’으로 계산합니다.</translation>
    </message>
    <message>
        <source>The file is larger than may be read. Split it, or scan it again at 300 dpi.</source>
        <translation>읽을 수 있는 크기를 넘는 파일입니다. 나누거나 300dpi로 다시 스캔해 주십시오.</translation>
    </message>
    <message>
        <source>The document has more pages than may be read at once. Split it and read its parts.</source>
        <translation>한 번에 읽을 수 있는 쪽수를 넘습니다. 문서를 나누어 읽어 주십시오.</translation>
    </message>
    <message>
        <source>A picture is larger than may be read. Scan the sheet at 300 dpi, or in parts.</source>
        <translation>읽을 수 있는 크기를 넘는 그림입니다. 300dpi로, 또는 나누어 스캔해 주십시오.</translation>
    </message>
    <message>
        <source>Reading was stopped. The pages that had been read are kept; read the document again for the others.</source>
        <translation>읽기를 멈추었습니다. 읽은 쪽은 남아 있습니다. 나머지는 문서를 다시 읽어 주십시오.</translation>
    </message>
    <message>
        <source>The office is closed on that day already. Choose another day, or remove the closing day first.</source>
        <translation>그날은 이미 기관 휴무일입니다. 다른 날을 고르거나 먼저 휴무일을 해제하십시오.</translation>
    </message>
    <message>
        <source>This is no day of the calendar. Write it as 2026-12-31, or as 07-01 for every year.</source>
        <translation>달력에 없는 날입니다. 2026-12-31처럼, 해마다이면 07-01처럼 적으십시오.</translation>
    </message>
    <message>
        <source>That day is a weekend or a holiday anyway. Choose a working day.</source>
        <translation>그날은 이미 주말이나 공휴일입니다. 근무일을 고르십시오.</translation>
    </message>
    <message>
        <source>The closing day has no name. Write what it is called.</source>
        <translation>휴무일 이름이 없습니다. 이름을 적으십시오.</translation>
    </message>
    <message>
        <source>That day is no closing day of the office. Look which days are.</source>
        <translation>그날은 기관 휴무일이 아닙니다. 휴무일 목록을 확인하십시오.</translation>
    </message>
    <message>
        <source>The folder of the backups cannot be made. Choose another one, or make room and give the right to write there.</source>
        <translation>백업 폴더를 만들 수 없습니다. 다른 폴더를 고르거나, 공간을 비우고 쓰기 권한을 주십시오.</translation>
    </message>
    <message>
        <source>This is no setting of the daily backup. Give a time as 02:30 or off, a number to keep from 1, and a folder.</source>
        <translation>매일 백업의 설정이 아닙니다. 시각은 02:30 꼴이나 off로, 남길 개수는 1 이상으로, 폴더는 경로로 적어 주십시오.</translation>
    </message>
    <message>
        <source>The backup could not be restored on trial, so it does not count. Make room on the disk; it is tried again within the hour.</source>
        <translation>백업을 시험으로 복원하지 못해 백업으로 치지 않았습니다. 디스크 공간을 비워 주십시오. 한 시간 안에 다시 시도합니다.</translation>
    </message>
</context>
<context>
    <name>naru::ui::FaultModel</name>
    <message>
        <source>(empty)</source>
        <translation>(빈칸)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>있어야 할 것</translation>
    </message>
</context>
<context>
    <name>naru::ui::FieldPanel</name>
    <message>
        <source>Click-here field</source>
        <translation>누름틀</translation>
    </message>
    <message>
        <source>Named cell</source>
        <translation>셀 필드</translation>
    </message>
    <message>
        <source>PDF field</source>
        <translation>PDF 필드</translation>
    </message>
    <message>
        <source>Defined name</source>
        <translation>정의된 이름</translation>
    </message>
    <message>
        <source>Check box</source>
        <translation>체크 상자</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>안내문</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>채움</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Fields of the form</source>
        <translation>서식의 필드</translation>
    </message>
    <message>
        <source>This document has no fields to fill in.</source>
        <translation>이 문서에는 채울 필드가 없습니다.</translation>
    </message>
    <message>
        <source>Value of the field</source>
        <translation>필드의 값</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>고침</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>빈칸</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>필드</translation>
    </message>
</context>
<context>
    <name>naru::ui::GridModel</name>
    <message>
        <source>Text</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Reading %1 % sure</source>
        <translation>신뢰도 %1 %</translation>
    </message>
</context>
<context>
    <name>naru::ui::HomePage</name>
    <message>
        <source>Waits for a decision</source>
        <translation>확인할 계획</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Done last</source>
        <translation>최근 기록</translation>
    </message>
    <message>
        <source>Work a personnel order in</source>
        <translation>인사발령 처리하기</translation>
    </message>
    <message>
        <source>Look up people and units</source>
        <translation>조직도·사용자 찾기</translation>
    </message>
    <message>
        <source>See what has changed</source>
        <translation>바뀐 기록 보기</translation>
    </message>
    <message>
        <source>Waits for a decision %1</source>
        <translation>확인할 계획 %1</translation>
    </message>
    <message>
        <source>Booked %1</source>
        <translation>예약된 계획 %1</translation>
    </message>
    <message>
        <source>Reading the plans</source>
        <translation>계획 읽는 중</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>기록 읽는 중</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>아직 한 일이 없습니다.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>없습니다.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>한눈에 보기</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>To do %1</source>
        <translation>할 일 %1</translation>
    </message>
    <message>
        <source>Reading the tasks</source>
        <translation>할 일을 읽는 중</translation>
    </message>
</context>
<context>
    <name>naru::ui::ImportFault</name>
    <message>
        <source>a value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>a date as 2026-07-29</source>
        <translation>2026-07-29와 같은 날짜</translation>
    </message>
    <message>
        <source>a day not before valid_from</source>
        <translation>valid_from보다 이르지 않은 날</translation>
    </message>
    <message>
        <source>the code of a unit</source>
        <translation>부서 코드</translation>
    </message>
    <message>
        <source>a unit that does not belong to this one</source>
        <translation>이 부서에 속하지 않은 부서</translation>
    </message>
    <message>
        <source>codes of other units with &apos;;&apos; between them</source>
        <translation>&apos;;&apos;로 나눈 다른 부서의 코드</translation>
    </message>
    <message>
        <source>a number without blanks, &apos;:&apos; and &apos;/&apos;</source>
        <translation>빈칸, &apos;:&apos;, &apos;/&apos;가 없는 사번</translation>
    </message>
    <message>
        <source>each number once</source>
        <translation>사번은 한 번씩만</translation>
    </message>
    <message>
        <source>each code once</source>
        <translation>코드는 한 번씩만</translation>
    </message>
    <message>
        <source>the code of a unit of the office</source>
        <translation>기관에 있는 부서의 코드</translation>
    </message>
    <message>
        <source>an account that nobody else has</source>
        <translation>다른 사람이 쓰지 않는 계정</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 가운데 하나</translation>
    </message>
    <message>
        <source>a day not before %1</source>
        <translation>%1보다 이르지 않은 날</translation>
    </message>
</context>
<context>
    <name>naru::ui::ImportPage</name>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Errors of the import</source>
        <translation>가져오기 오류</translation>
    </message>
    <message>
        <source>Import units or people …</source>
        <translation>부서·사람 가져오기 …</translation>
    </message>
    <message>
        <source>Drop a table of units or people here</source>
        <translation>부서 표나 사람 표를 여기에 놓으세요</translation>
    </message>
    <message>
        <source>XLSX or CSV, with the names of the columns in the first row. Units: code, name, kind, level, parent, valid_from, valid_to, predecessors. People: emp_no, name, hanja, grade, series, unit, post, account, valid_from. What was exported from the organisation has this form. One error, and nothing is imported.</source>
        <translation>XLSX 또는 CSV. 첫 행은 열 이름입니다. 부서: code, name, kind, level, parent, valid_from, valid_to, predecessors. 사람: emp_no, name, hanja, grade, series, unit, post, account, valid_from. 조직도·사용자에서 내보낸 파일이 이 서식입니다. 오류가 하나라도 있으면 아무것도 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>Choose a file (Ctrl+O)</source>
        <translation>파일 고르기 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Copy the errors</source>
        <translation>오류 복사</translation>
    </message>
    <message>
        <source>Import units or people</source>
        <translation>부서·사람 가져오기</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>표 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 읽는 중</translation>
    </message>
    <message>
        <source>%1 rows read: everything is so already, nothing changes.</source>
        <translation>%1행을 읽었습니다. 이미 모두 같아서 바뀌는 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 rows read, %2 change something. Look at the plan and approve it.</source>
        <translation>%1행을 읽었고 %2행이 바뀝니다. 계획을 보고 승인하세요.</translation>
    </message>
    <message>
        <source>%1 was not imported: nothing was changed</source>
        <translation>%1: 가져오지 않았습니다. 바뀐 것은 없습니다</translation>
    </message>
</context>
<context>
    <name>naru::ui::JournalEvent</name>
    <message>
        <source>Changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>예약 취소</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>Run began</source>
        <translation>실행 시작</translation>
    </message>
    <message>
        <source>Run ended</source>
        <translation>실행 끝</translation>
    </message>
</context>
<context>
    <name>naru::ui::JournalModel</name>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>When</source>
        <translation>때</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>On whose word</source>
        <translation>승인자</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>계획 %1</translation>
    </message>
    <message>
        <source>By a schedule, for %1</source>
        <translation>예약 실행: %1</translation>
    </message>
    <message>
        <source>By a trigger</source>
        <translation>시작 조건에 따라 실행</translation>
    </message>
    <message>
        <source>%1 after %2 facts</source>
        <translation>%1 · 기록 %2건</translation>
    </message>
</context>
<context>
    <name>naru::ui::JournalPage</name>
    <message>
        <source>Journal</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Filter the journal</source>
        <translation>기록 거르기</translation>
    </message>
    <message>
        <source>Record, person, plan, reason</source>
        <translation>대상, 사번, 계획, 사유</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Verify the chain</source>
        <translation>기록 검증</translation>
    </message>
    <message>
        <source>Older entries</source>
        <translation>더 오래된 기록</translation>
    </message>
    <message>
        <source>Whole journal</source>
        <translation>전체 기록</translation>
    </message>
    <message>
        <source>row</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>기록 읽는 중</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>기록 %1번</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>때: %1</translation>
    </message>
    <message>
        <source>Who: %1</source>
        <translation>작업자: %1</translation>
    </message>
    <message>
        <source>On whose word: %1</source>
        <translation>승인자: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>계획: %1</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>요약값: %1</translation>
    </message>
    <message>
        <source>Verifying the journal</source>
        <translation>기록 검증하는 중</translation>
    </message>
    <message>
        <source>The journal is whole: %1 entries, each chained to the one before.</source>
        <translation>기록 %1건이 빠짐없이 이어져 있습니다.</translation>
    </message>
    <message>
        <source>The journal has been tampered with from entry %1</source>
        <translation>기록이 %1번부터 훼손되었습니다</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>기록 내용</translation>
    </message>
    <message>
        <source>List of entries</source>
        <translation>기록 목록</translation>
    </message>
</context>
<context>
    <name>naru::ui::LineModel</name>
    <message>
        <source>Line %1</source>
        <translation>%1번 줄</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>시행일</translation>
    </message>
</context>
<context>
    <name>naru::ui::LineState</name>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>할 수 없음</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>그대로</translation>
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
    <message>
        <source>Print …</source>
        <translation>인쇄 …</translation>
    </message>
    <message>
        <source>There is nothing to print here.</source>
        <translation>여기에는 인쇄할 것이 없습니다.</translation>
    </message>
    <message>
        <source>About Naru</source>
        <translation>나루 정보</translation>
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
    <name>naru::ui::MonthDelegate</name>
    <message>
        <source>and %1 more</source>
        <translation>외 %1건</translation>
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
    <name>naru::ui::OrderPage</name>
    <message>
        <source>Open an order …</source>
        <translation>발령문 열기 …</translation>
    </message>
    <message>
        <source>Drop the order here</source>
        <translation>발령문을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Choose a file (Ctrl+O)</source>
        <translation>파일 고르기 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Open an order</source>
        <translation>발령문 열기</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 읽는 중</translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>읽었습니다: %1</translation>
    </message>
    <message>
        <source>%1 to decide: %2</source>
        <translation>확인할 것 %1건: %2</translation>
    </message>
    <message>
        <source>HWPX, HWP, XLSX, ODS, PDF, CSV, or a scan, one file or several. It is read and planned; nothing is applied before somebody approves.</source>
        <translation>HWPX, HWP, XLSX, ODS, PDF, CSV 파일이나 스캔, 하나 또는 여럿. 읽어서 계획만 만들며, 승인하기 전에는 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation>문서 (%1)</translation>
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
    <name>naru::ui::PagePane</name>
    <message>
        <source>Page</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>앞쪽</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 쪽</translation>
    </message>
    <message>
        <source>Smaller page</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Larger page</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>폭 맞춤</translation>
    </message>
    <message>
        <source>Show what was recognised</source>
        <translation>인식한 곳 표시</translation>
    </message>
    <message>
        <source>Drawing a page</source>
        <translation>쪽 그리는 중</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 %</source>
        <translation>%1/%2쪽 · %3 %</translation>
    </message>
</context>
<context>
    <name>naru::ui::PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>Drawing a page</source>
        <translation>쪽 그리는 중</translation>
    </message>
</context>
<context>
    <name>naru::ui::PageView</name>
    <message>
        <source>Page of the document</source>
        <translation>문서의 쪽</translation>
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
    <message>
        <source>Welcome</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Robot runs</source>
        <translation>로봇 실행</translation>
    </message>
    <message>
        <source>Scheduled runs</source>
        <translation>예약 실행</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
</context>
<context>
    <name>naru::ui::PartModel</name>
    <message>
        <source>%1 cells to look at</source>
        <translation>확인할 칸 %1</translation>
    </message>
</context>
<context>
    <name>naru::ui::PeoplePage</name>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>조직도</translation>
    </message>
    <message>
        <source>Filter the people</source>
        <translation>사람 거르기</translation>
    </message>
    <message>
        <source>Name, number, post, initial consonants</source>
        <translation>이름, 사번, 직위, 초성</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>Export: %1 as %2 …</source>
        <translation>내보내기: %1을(를) %2(으)로 …</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1에 내보냈습니다</translation>
    </message>
    <message>
        <source>row</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>open and close units</source>
        <translation>부서 펴고 접기</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>another day</source>
        <translation>다른 날</translation>
    </message>
    <message>
        <source>Reading the organisation</source>
        <translation>조직도 읽는 중</translation>
    </message>
    <message>
        <source>Reading the people</source>
        <translation>사람 읽는 중</translation>
    </message>
    <message>
        <source>People %1</source>
        <translation>사람 %1명</translation>
    </message>
    <message>
        <source>Reading the person</source>
        <translation>사람 읽는 중</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>아무도 없습니다.</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>가져오기 …</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>사람 목록</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>There is no unit on this day. Units and people come in by Import.</source>
        <translation>이 날에는 부서가 없습니다. 부서와 사람은 가져오기로 들여옵니다.</translation>
    </message>
</context>
<context>
    <name>naru::ui::PersonCard</name>
    <message>
        <source>Assignments (%1)</source>
        <translation>배치 %1건</translation>
    </message>
    <message>
        <source>Account and roles</source>
        <translation>계정과 권한</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>whole office</source>
        <translation>기관 전체</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>대행</translation>
    </message>
    <message>
        <source>Work in charge (%1)</source>
        <translation>담당 업무 %1건</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>지시</translation>
    </message>
    <message>
        <source>Hand-overs (%1)</source>
        <translation>인계인수 %1건</translation>
    </message>
    <message>
        <source>Orders (%1)</source>
        <translation>발령 %1건</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>기관 구분</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>부서장</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>공석</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>%1 here, %2 with the units below</source>
        <translation>이 부서 %1명, 아래 부서까지 %2명</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>유효 기간</translation>
    </message>
    <message>
        <source>Took over from</source>
        <translation>이전 부서</translation>
    </message>
</context>
<context>
    <name>naru::ui::PersonModel</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>직위</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>직급</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Employee number</source>
        <translation>사번</translation>
    </message>
</context>
<context>
    <name>naru::ui::PlanDesk</name>
    <message>
        <source>Approve and apply</source>
        <translation>승인·적용</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>다음 확인할 것</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Report as %1 …</source>
        <translation>보고서 %1 …</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기 계획</translation>
    </message>
    <message>
        <source>Opening the plan</source>
        <translation>계획 여는 중</translation>
    </message>
    <message>
        <source>Working the answer in</source>
        <translation>답을 반영하는 중</translation>
    </message>
    <message>
        <source>Noted. %1 to decide.</source>
        <translation>반영했습니다. 확인할 것 %1건 남음.</translation>
    </message>
    <message>
        <source>Noted. Nothing is left to decide.</source>
        <translation>반영했습니다. 더 확인할 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 to decide before the plan can be applied.</source>
        <translation>적용하기 전에 확인할 것이 %1건 있습니다.</translation>
    </message>
    <message>
        <source>Applying the plan</source>
        <translation>계획 적용하는 중</translation>
    </message>
    <message>
        <source>Applied: %1 changes now, %2 on their day.</source>
        <translation>적용했습니다. 지금 %1건, 시행일에 %2건이 바뀝니다.</translation>
    </message>
    <message>
        <source>Applied: %1 changes.</source>
        <translation>적용했습니다. %1건이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Taking the plan back</source>
        <translation>계획 되돌리는 중</translation>
    </message>
    <message>
        <source>Taken back: %1 changes.</source>
        <translation>되돌렸습니다. %1건.</translation>
    </message>
    <message>
        <source>Planning the way back</source>
        <translation>되돌리기 계획 만드는 중</translation>
    </message>
    <message>
        <source>The way back is a plan too: look at it and approve it.</source>
        <translation>되돌리기도 계획입니다. 살펴보고 승인하세요.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>보고서 쓰는 중</translation>
    </message>
    <message>
        <source>The report lies in %1</source>
        <translation>보고서를 %1에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>naru::ui::PlanListPage</name>
    <message>
        <source>Plans</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>목록으로</translation>
    </message>
    <message>
        <source>Filter the plans</source>
        <translation>계획 거르기</translation>
    </message>
    <message>
        <source>Title, person, initial consonants</source>
        <translation>제목, 사람, 초성</translation>
    </message>
    <message>
        <source>All plans</source>
        <translation>모든 계획</translation>
    </message>
    <message>
        <source>Plans so far</source>
        <translation>지금까지 만든 계획</translation>
    </message>
    <message>
        <source>row</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>next question</source>
        <translation>다음 확인할 것</translation>
    </message>
    <message>
        <source>approve and apply</source>
        <translation>승인·적용</translation>
    </message>
    <message>
        <source>list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Reading the plans</source>
        <translation>계획 읽는 중</translation>
    </message>
    <message>
        <source>No plan yet.</source>
        <translation>아직 계획이 없습니다.</translation>
    </message>
    <message>
        <source>List of plans</source>
        <translation>계획 목록</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>읽은 것 고치기</translation>
    </message>
</context>
<context>
    <name>naru::ui::PlanModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>만든 곳</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>만든 때</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>만든 사람</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>승인자</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>적용한 때</translation>
    </message>
</context>
<context>
    <name>naru::ui::PlanState</name>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>승인됨</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>시행됨</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Partly booked</source>
        <translation>일부 예약</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>되돌림</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>대체됨</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
</context>
<context>
    <name>naru::ui::PlanView</name>
    <message>
        <source>Lines of the plan</source>
        <translation>계획의 줄</translation>
    </message>
    <message>
        <source>Filter the lines</source>
        <translation>줄 거르기</translation>
    </message>
    <message>
        <source>Name, number, unit, initial consonants</source>
        <translation>이름, 사번, 부서, 초성</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>계획의 부분</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>바뀌는 것</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>이 줄</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>%1번 줄</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>확인할 것</translation>
    </message>
</context>
<context>
    <name>naru::ui::PlansPage</name>
    <message>
        <source>Apply what is due</source>
        <translation>시행일이 된 것 반영</translation>
    </message>
    <message>
        <source>Writes the bookings whose day has come</source>
        <translation>시행일이 된 예약을 반영합니다</translation>
    </message>
    <message>
        <source>Applying what is due</source>
        <translation>시행일이 된 것 반영하는 중</translation>
    </message>
    <message>
        <source>Applied: %1 changes.</source>
        <translation>적용했습니다. %1건이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>오늘 시행할 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>naru::ui::PrintPreview</name>
    <message>
        <source>Save as PDF …</source>
        <translation>PDF로 저장 …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>인쇄 …</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>이전 쪽</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 쪽</translation>
    </message>
    <message>
        <source>Smaller page</source>
        <translation>쪽 축소</translation>
    </message>
    <message>
        <source>Larger page</source>
        <translation>쪽 확대</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>너비 맞춤</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Printed by %1 · %2 · No. %3</source>
        <translation>출력 %1 · %2 · 번호 %3</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>쪽 나누는 중</translation>
    </message>
    <message>
        <source>Drawing a page</source>
        <translation>쪽 그리는 중</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Writing the PDF</source>
        <translation>PDF 쓰는 중</translation>
    </message>
    <message>
        <source>The PDF lies in %1</source>
        <translation>PDF를 %1에 저장했습니다</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>인쇄하는 중</translation>
    </message>
    <message>
        <source>Sent to the printer: %1</source>
        <translation>프린터로 보냈습니다: %1</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>인쇄할 것: %1</translation>
    </message>
</context>
<context>
    <name>naru::ui::ReadField</name>
    <message>
        <source>Name</source>
        <translation>성명</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>사번</translation>
    </message>
    <message>
        <source>Present unit</source>
        <translation>현 소속</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>직급</translation>
    </message>
    <message>
        <source>Kind of order</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>발령사항</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>발령 소속</translation>
    </message>
    <message>
        <source>New grade</source>
        <translation>발령 직급</translation>
    </message>
    <message>
        <source>Other body</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>Effective day</source>
        <translation>발령일</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>기한</translation>
    </message>
</context>
<context>
    <name>naru::ui::ReadingForm</name>
    <message>
        <source>Read so (Ctrl+S)</source>
        <translation>이대로 읽기 (Ctrl+S)</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>고쳐 적음</translation>
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
    <name>naru::ui::Robot</name>
    <message>
        <source>Personnel order</source>
        <translation>인사발령</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Sample office</source>
        <translation>표본 기관</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>로봇 예약</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>로봇 시작 조건</translation>
    </message>
    <message>
        <source>Closing days</source>
        <translation>기관 휴무일</translation>
    </message>
</context>
<context>
    <name>naru::ui::RunAsk</name>
    <message>
        <source>What is asked for</source>
        <translation>묻는 것</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>하기</translation>
    </message>
</context>
<context>
    <name>naru::ui::RunLook</name>
    <message>
        <source>the whole run</source>
        <translation>실행 전체</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Stopped by a problem</source>
        <translation>문제로 멈춤</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>An expression gave no value. Correct the value that it asks, then try again.</source>
        <translation>식이 값을 내지 못했습니다. 식이 묻는 값을 바로잡은 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>No condition holds, so there is no way on. Correct the value that it asks, then try again.</source>
        <translation>맞는 조건이 없어 나아갈 길이 없습니다. 조건이 묻는 값을 바로잡은 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>The step could not be done. Remove what hinders it and try again, or pass over it if it is done by hand.</source>
        <translation>단계를 하지 못했습니다. 막는 것을 치우고 다시 하거나, 손으로 했으면 건너뛰십시오.</translation>
    </message>
    <message>
        <source>The step reported an error that the process does not expect. Correct the value and try again, or pass over it.</source>
        <translation>단계가 업무 흐름이 예상하지 않은 오류를 알렸습니다. 값을 바로잡아 다시 하거나 건너뛰십시오.</translation>
    </message>
    <message>
        <source>It took too many steps at once: the process may go round in a circle. Cancel the run and have the robot looked at.</source>
        <translation>한 번에 너무 많은 단계를 거쳤습니다. 흐름이 맴도는 듯합니다. 실행을 취소하고 로봇을 살펴보게 하십시오.</translation>
    </message>
    <message>
        <source>A value is not of the kind that the process wants. Correct it, then try again.</source>
        <translation>값이 업무 흐름이 바라는 종류가 아닙니다. 바로잡은 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>The time to wait for cannot be told. Correct the value that it asks, then try again.</source>
        <translation>기다릴 시각을 알 수 없습니다. 묻는 값을 바로잡은 뒤 다시 하십시오.</translation>
    </message>
    <message>
        <source>Processes call one another too deeply. Cancel the run and have the robot looked at.</source>
        <translation>업무 흐름이 서로를 너무 깊이 부릅니다. 실행을 취소하고 로봇을 살펴보게 하십시오.</translation>
    </message>
</context>
<context>
    <name>naru::ui::RunPanel</name>
    <message>
        <source>Process</source>
        <translation>업무 흐름</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Whole process</source>
        <translation>전체 흐름</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>아직 일어난 일이 없습니다.</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>판단</translation>
    </message>
    <message>
        <source>What it knows</source>
        <translation>아는 값</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>언제부터</translation>
    </message>
    <message>
        <source>It knows nothing yet.</source>
        <translation>아직 아는 값이 없습니다.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>No document and no plan.</source>
        <translation>문서나 계획이 없습니다.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Nothing hinders it.</source>
        <translation>막히는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Parts of the run</source>
        <translation>실행의 부분</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>실행 내용</translation>
    </message>
    <message>
        <source>The chosen problem</source>
        <translation>고른 문제</translation>
    </message>
    <message>
        <source>%1
Reason: %2</source>
        <translation>%1
이유: %2</translation>
    </message>
</context>
<context>
    <name>naru::ui::RunStory</name>
    <message>
        <source>Did the task ‘%1’</source>
        <translation>할 일 ‘%1’을(를) 마침</translation>
    </message>
    <message>
        <source>Let problem %1 be tried again</source>
        <translation>문제 %1을(를) 다시 하게 함</translation>
    </message>
    <message>
        <source>Let problem %1 be passed over</source>
        <translation>문제 %1을(를) 건너뛰게 함</translation>
    </message>
    <message>
        <source>‘%1’ waits for %2</source>
        <translation>‘%1’: %2을(를) 기다림</translation>
    </message>
    <message>
        <source>Took the task ‘%1’</source>
        <translation>할 일 ‘%1’ 접수</translation>
    </message>
    <message>
        <source>Gave the task ‘%1’ back</source>
        <translation>할 일 ‘%1’ 접수 취소</translation>
    </message>
    <message>
        <source>Handed the task ‘%1’ on to %2</source>
        <translation>할 일 ‘%1’을(를) %2에게 넘김</translation>
    </message>
    <message>
        <source>Begins ‘%1’</source>
        <translation>‘%1’ 시작</translation>
    </message>
    <message>
        <source>‘%1’ could not be done now, again at %2: %3</source>
        <translation>‘%1’을(를) 지금 하지 못해 %2에 다시 함: %3</translation>
    </message>
    <message>
        <source>Did ‘%1’: %2 changes</source>
        <translation>‘%1’ 마침: 변경 %2건</translation>
    </message>
    <message>
        <source>Decided ‘%1’ by the rules</source>
        <translation>규칙에 따라 ‘%1’ 판단</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>받아들이지 않음: %1</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>At ‘%1’: %2</source>
        <translation>‘%1’ 갈림길: %2</translation>
    </message>
    <message>
        <source>Stopped ‘%1’</source>
        <translation>‘%1’ 중단</translation>
    </message>
    <message>
        <source>Problem %1 at ‘%2’: %3</source>
        <translation>‘%2’에서 문제 %1: %3</translation>
    </message>
    <message>
        <source>Problem %1 is settled</source>
        <translation>문제 %1 해결</translation>
    </message>
    <message>
        <source>Ended as meant</source>
        <translation>뜻대로 끝남</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>도중에 끝남</translation>
    </message>
    <message>
        <source>Cancelled the run%1</source>
        <translation>실행을 취소함%1</translation>
    </message>
    <message>
        <source>Corrected the value ‘%1’</source>
        <translation>값 ‘%1’을(를) 바로잡음</translation>
    </message>
    <message>
        <source>Reminder: ‘%1’</source>
        <translation>‘%1’ 알림</translation>
    </message>
    <message>
        <source>‘%1’ was not done in time and goes to %2 too</source>
        <translation>‘%1’이(가) 제때 끝나지 않아 %2에게도 맡깁니다</translation>
    </message>
    <message>
        <source>Goes on with another version of the robot</source>
        <translation>로봇의 다른 판으로 이어 갑니다</translation>
    </message>
</context>
<context>
    <name>naru::ui::RunsPage</name>
    <message>
        <source>Robot</source>
        <translation>로봇</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>다음 진행</translation>
    </message>
    <message>
        <source>By</source>
        <translation>시작한 이</translation>
    </message>
    <message>
        <source>Robot runs</source>
        <translation>로봇 실행</translation>
    </message>
    <message>
        <source>No robot has run yet.</source>
        <translation>아직 실행한 로봇이 없습니다.</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>실행 거르기</translation>
    </message>
    <message>
        <source>Robot, state, initial consonants</source>
        <translation>로봇, 상태, 초성</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>Pass over</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Correct a value …</source>
        <translation>값 바로잡기 …</translation>
    </message>
    <message>
        <source>Cancel the run …</source>
        <translation>실행 취소 …</translation>
    </message>
    <message>
        <source>row</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>along the process</source>
        <translation>흐름 따라가기</translation>
    </message>
    <message>
        <source>whole process</source>
        <translation>전체 흐름</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>실행 목록을 읽는 중</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>사람을 기다림</translation>
    </message>
    <message>
        <source>waits for word</source>
        <translation>소식을 기다림</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>업무 흐름</translation>
    </message>
    <message>
        <source>Opening the run</source>
        <translation>실행을 여는 중</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>다시 하는 중</translation>
    </message>
    <message>
        <source>The robot tries it again.</source>
        <translation>로봇이 다시 합니다.</translation>
    </message>
    <message>
        <source>Passing over</source>
        <translation>건너뛰는 중</translation>
    </message>
    <message>
        <source>The robot goes on behind it.</source>
        <translation>로봇이 그다음부터 이어 갑니다.</translation>
    </message>
    <message>
        <source>This value cannot be read</source>
        <translation>이 값을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Correcting a value</source>
        <translation>값을 바로잡는 중</translation>
    </message>
    <message>
        <source>‘%1’ is corrected.</source>
        <translation>‘%1’을(를) 바로잡았습니다.</translation>
    </message>
    <message>
        <source>Cancelling the run</source>
        <translation>실행을 취소하는 중</translation>
    </message>
    <message>
        <source>The run is cancelled.</source>
        <translation>실행을 취소했습니다.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>바로잡기</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>The run ends here, and what it has done stays. Why?</source>
        <translation>실행이 여기서 끝나고, 이미 한 일은 그대로 남습니다. 까닭은 무엇입니까?</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>List of runs</source>
        <translation>실행 목록</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>실행 내용</translation>
    </message>
    <message>
        <source>Robot run</source>
        <translation>로봇 실행</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>기록 검사</translation>
    </message>
    <message>
        <source>Checking the record</source>
        <translation>기록 검사</translation>
    </message>
    <message>
        <source>The record is as it was written: %1 facts, played again from the first, give the state that is kept.</source>
        <translation>기록이 적힌 그대로입니다. 사실 %1건을 처음부터 다시 풀어도 지금 상태와 같습니다.</translation>
    </message>
    <message>
        <source>Correct which value, and why? Texts stand in quotes. Who and why is kept.</source>
        <translation>어떤 값을 왜 바로잡습니까? 글자는 따옴표로 묶습니다. 누가 왜 고쳤는지 남습니다.</translation>
    </message>
</context>
<context>
    <name>naru::ui::ScheduleEditor</name>
    <message>
        <source>What the robot is given</source>
        <translation>로봇에 주는 것</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>The next times</source>
        <translation>다음 실행 시각</translation>
    </message>
    <message>
        <source>The next %1 times</source>
        <translation>다음 실행 %1번</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>새 예약</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>예약 고치기</translation>
    </message>
    <message>
        <source>Reading the robots</source>
        <translation>로봇 읽기</translation>
    </message>
    <message>
        <source>The next times are shown once the fields make sense.</source>
        <translation>항목을 맞게 채우면 다음 실행 시각이 나타납니다.</translation>
    </message>
    <message>
        <source>Looking ahead</source>
        <translation>앞날 살피기</translation>
    </message>
    <message>
        <source>Something is missing or wrong: it is marked in the fields.</source>
        <translation>빠졌거나 틀린 것이 있습니다. 항목에 표시했습니다.</translation>
    </message>
    <message>
        <source>Saving the schedule</source>
        <translation>예약 저장</translation>
    </message>
</context>
<context>
    <name>naru::ui::ScheduleFields</name>
    <message>
        <source>Robot</source>
        <translation>로봇</translation>
    </message>
    <message>
        <source>Name (empty: the robot&apos;s)</source>
        <translation>이름(비우면 로봇 이름)</translation>
    </message>
    <message>
        <source>On these days</source>
        <translation>요일</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>요일</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>며칠</translation>
    </message>
    <message>
        <source>A day from 1 to 31 is needed.</source>
        <translation>1부터 31까지 적어 주십시오.</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>몇째</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>첫째</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>둘째</translation>
    </message>
    <message>
        <source>The third</source>
        <translation>셋째</translation>
    </message>
    <message>
        <source>The fourth</source>
        <translation>넷째</translation>
    </message>
    <message>
        <source>The fifth, where there is one</source>
        <translation>다섯째(있는 달에만)</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>되풀이</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>Every week, on weekdays</source>
        <translation>매주 요일마다</translation>
    </message>
    <message>
        <source>Every month, on a day</source>
        <translation>매월 며칠에</translation>
    </message>
    <message>
        <source>Every month, on a weekday</source>
        <translation>매월 몇째 요일에</translation>
    </message>
    <message>
        <source>Every month, on its last day</source>
        <translation>매월 마지막 날</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>한 번만</translation>
    </message>
    <message>
        <source>As typed (RRULE)</source>
        <translation>직접 입력(RRULE)</translation>
    </message>
    <message>
        <source>As typed (cron)</source>
        <translation>직접 입력(cron)</translation>
    </message>
    <message>
        <source>Every how many (1: each, 2: every other)</source>
        <translation>간격(1: 매번, 2: 하나 걸러)</translation>
    </message>
    <message>
        <source>A number from 1 to 1,000 is needed.</source>
        <translation>1부터 1,000까지 적어 주십시오.</translation>
    </message>
    <message>
        <source>Rule, as FREQ=MONTHLY;BYMONTHDAY=5</source>
        <translation>규칙(예: FREQ=MONTHLY;BYMONTHDAY=5)</translation>
    </message>
    <message>
        <source>Rule, as 0 9 5 * * (minute, hour, day, month, weekday)</source>
        <translation>규칙(예: 0 9 5 * * — 분 시 일 월 요일)</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>At this time (as 09:00)</source>
        <translation>시각(예: 09:00)</translation>
    </message>
    <message>
        <source>Write the time as 09:00.</source>
        <translation>시각을 09:00처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>시작하는 날</translation>
    </message>
    <message>
        <source>From this day (empty: at once)</source>
        <translation>시작하는 날(비우면 바로)</translation>
    </message>
    <message>
        <source>Until this day (empty: without end)</source>
        <translation>끝나는 날(비우면 끝없이)</translation>
    </message>
    <message>
        <source>On a day off</source>
        <translation>쉬는 날이면</translation>
    </message>
    <message>
        <source>Run all the same</source>
        <translation>그대로 실행</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>실행하지 않음</translation>
    </message>
    <message>
        <source>Run on the working day before</source>
        <translation>앞 근무일에 실행</translation>
    </message>
    <message>
        <source>Run on the next working day</source>
        <translation>다음 근무일에 실행</translation>
    </message>
    <message>
        <source>What was missed while the computer was off</source>
        <translation>컴퓨터가 꺼져 놓친 것은</translation>
    </message>
    <message>
        <source>Run once for all of it</source>
        <translation>한 번만 실행</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Run the latest ones, in order</source>
        <translation>최근 것부터 정한 수만큼 차례로 실행</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>사람에게 물음</translation>
    </message>
    <message>
        <source>At most so many of what was missed</source>
        <translation>놓친 것 가운데 많아야 몇 번</translation>
    </message>
    <message>
        <source>While the run before still goes on</source>
        <translation>앞의 실행이 안 끝났으면</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>이번은 건너뜀</translation>
    </message>
    <message>
        <source>Let one wait for its turn</source>
        <translation>하나만 차례를 기다림</translation>
    </message>
    <message>
        <source>Let all wait for their turn</source>
        <translation>모두 차례를 기다림</translation>
    </message>
    <message>
        <source>Cancel the one that goes on</source>
        <translation>진행 중인 것을 취소</translation>
    </message>
    <message>
        <source>Run both</source>
        <translation>함께 실행</translation>
    </message>
    <message>
        <source>Spread the start over so many seconds (0: on time)</source>
        <translation>시작을 몇 초 안에 흩기(0: 정시)</translation>
    </message>
    <message>
        <source>A number from 0 to 3,600 is needed.</source>
        <translation>0부터 3,600까지 적어 주십시오.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Write where each file lies, from / on.</source>
        <translation>파일마다 /부터 전체 경로를 적어 주십시오.</translation>
    </message>
</context>
<context>
    <name>naru::ui::ScheduleMonth</name>
    <message>
        <source>(today)</source>
        <translation>(오늘)</translation>
    </message>
    <message>
        <source>(moved)</source>
        <translation>(옮김)</translation>
    </message>
    <message>
        <source>On</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>Has a mistake</source>
        <translation>잘못이 있음</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>every year %1-%2</source>
        <translation>매년 %1. %2.</translation>
    </message>
</context>
<context>
    <name>naru::ui::ScheduleTimes</name>
    <message>
        <source>Runs on a day off: %1</source>
        <translation>쉬는 날에 실행: %1</translation>
    </message>
    <message>
        <source>Not all days off of that year are known</source>
        <translation>그해 쉬는 날이 다 정해지지 않음</translation>
    </message>
    <message>
        <source>Does not run: %1</source>
        <translation>실행하지 않음: %1</translation>
    </message>
    <message>
        <source>Saturdays and Sundays that are left out: %1</source>
        <translation>건너뛰는 토·일요일: %1일</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>실행함</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>차례를 기다림</translation>
    </message>
    <message>
        <source>Left out: the run before went on</source>
        <translation>건너뜀: 앞의 실행이 진행 중</translation>
    </message>
    <message>
        <source>Missed %1 times</source>
        <translation>%1번 놓침</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>놓침</translation>
    </message>
    <message>
        <source>There are no more after these.</source>
        <translation>이 뒤로는 없습니다.</translation>
    </message>
    <message>
        <source>Months without that day are passed over. For the end of every month choose its last day.</source>
        <translation>그 날이 없는 달은 건너뜁니다. 달마다 끝에 하려면 ‘매월 마지막 날’을 고르십시오.</translation>
    </message>
    <message>
        <source>← %1 %2</source>
        <translation>← %1 %2</translation>
    </message>
    <message>
        <source>Missed: to be decided</source>
        <translation>놓침: 결정 필요</translation>
    </message>
</context>
<context>
    <name>naru::ui::ScheduleWords</name>
    <message>
        <source>first</source>
        <translation>첫째</translation>
    </message>
    <message>
        <source>second</source>
        <translation>둘째</translation>
    </message>
    <message>
        <source>third</source>
        <translation>셋째</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>넷째</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>다섯째</translation>
    </message>
    <message>
        <source>last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Every week: %1</source>
        <translation>매주 %1</translation>
    </message>
    <message>
        <source>Every %1 weeks: %2</source>
        <translation>%1주마다 %2</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>마지막 날</translation>
    </message>
    <message>
        <source>the %1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Once: %1</source>
        <translation>한 번: %1</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>Every %1 days</source>
        <translation>%1일마다</translation>
    </message>
    <message>
        <source>Every month, %1</source>
        <translation>매월 %1</translation>
    </message>
    <message>
        <source>Every %1 months, %2</source>
        <translation>%1개월마다 %2</translation>
    </message>
</context>
<context>
    <name>naru::ui::SchedulesPage</name>
    <message>
        <source>Month</source>
        <translation>달</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음 실행</translation>
    </message>
    <message>
        <source>Robot</source>
        <translation>로봇</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>켜거나 끄기</translation>
    </message>
    <message>
        <source>Remove the schedule</source>
        <translation>예약 없애기</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <translation>%1년 %2월</translation>
    </message>
    <message>
        <source>month before</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>Reading the schedules</source>
        <translation>예약을 읽는 중</translation>
    </message>
    <message>
        <source>Switching the schedule</source>
        <translation>예약을 바꾸는 중</translation>
    </message>
    <message>
        <source>‘%1’ is on.</source>
        <translation>‘%1’을(를) 켰습니다.</translation>
    </message>
    <message>
        <source>‘%1’ is off.</source>
        <translation>‘%1’을(를) 껐습니다.</translation>
    </message>
    <message>
        <source>Removing the schedule</source>
        <translation>예약을 없애는 중</translation>
    </message>
    <message>
        <source>‘%1’ is removed.</source>
        <translation>‘%1’을(를) 없앴습니다.</translation>
    </message>
    <message>
        <source>Scheduled runs</source>
        <translation>예약 실행</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>예정 시각</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Times that came</source>
        <translation>지난 시각</translation>
    </message>
    <message>
        <source>Nothing is scheduled. Make a schedule with Ctrl+N.</source>
        <translation>예약이 없습니다. Ctrl+N으로 만듭니다.</translation>
    </message>
    <message>
        <source>None of its times has come yet.</source>
        <translation>아직 지난 시각이 없습니다.</translation>
    </message>
    <message>
        <source>‘%1’ is saved.</source>
        <translation>‘%1’을(를) 저장했습니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>New schedule …</source>
        <translation>새 예약 …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>고치기 …</translation>
    </message>
    <message>
        <source>Run what was missed</source>
        <translation>놓친 것 실행</translation>
    </message>
    <message>
        <source>Do not run what was missed</source>
        <translation>놓친 것 넘어가기</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>새 예약</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>예약 고치기</translation>
    </message>
    <message>
        <source>save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>do not save</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새로</translation>
    </message>
    <message>
        <source>change</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Bringing the schedule back</source>
        <translation>예약 되살리기</translation>
    </message>
    <message>
        <source>‘%1’ is there again.</source>
        <translation>‘%1’을(를) 되살렸습니다.</translation>
    </message>
    <message>
        <source>Reading the times that came</source>
        <translation>지난 시각 읽기</translation>
    </message>
    <message>
        <source>Deciding on what was missed</source>
        <translation>놓친 것 결정</translation>
    </message>
    <message>
        <source>The robot runs now.</source>
        <translation>로봇이 실행합니다.</translation>
    </message>
    <message>
        <source>It is left out.</source>
        <translation>넘어갔습니다.</translation>
    </message>
    <message>
        <source>What you typed is not saved.</source>
        <translation>적은 것을 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Closing day</source>
        <translation>휴무일</translation>
    </message>
    <message>
        <source>Closing days of the office</source>
        <translation>기관 휴무일</translation>
    </message>
    <message>
        <source>The office closes on holidays alone. Choose a day and close it with Ctrl+H.</source>
        <translation>공휴일 말고는 휴무일이 없습니다. 날짜를 고르고 Ctrl+H로 지정합니다.</translation>
    </message>
    <message>
        <source>Close the office on a day …</source>
        <translation>휴무일 지정 …</translation>
    </message>
    <message>
        <source>Open the office on that day</source>
        <translation>휴무일 해제</translation>
    </message>
    <message>
        <source>close the office</source>
        <translation>휴무일</translation>
    </message>
    <message>
        <source>Close the office on a day</source>
        <translation>휴무일 지정</translation>
    </message>
    <message>
        <source>On which day is the office closed, and why? Without a year (07-01) it is closed on that day of every year.</source>
        <translation>어느 날을 어떤 이름의 휴무일로 지정합니까? 연도 없이(07-01) 적으면 해마다 쉽니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>지정</translation>
    </message>
    <message>
        <source>Name, such as the anniversary of its opening</source>
        <translation>이름(예: 개청기념일)</translation>
    </message>
    <message>
        <source>Closing the office on a day</source>
        <translation>휴무일을 지정하는 중</translation>
    </message>
    <message>
        <source>The office is closed: %1</source>
        <translation>휴무일로 지정했습니다: %1</translation>
    </message>
    <message>
        <source>The office is open on that day again.</source>
        <translation>휴무일을 해제했습니다.</translation>
    </message>
    <message>
        <source>‘%1’ is a working day again.</source>
        <translation>‘%1’을(를) 해제했습니다. 이제 근무일입니다.</translation>
    </message>
    <message>
        <source>Opening the office on a day</source>
        <translation>휴무일을 해제하는 중</translation>
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
    <name>naru::ui::TaskField</name>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>2026-07-29</source>
        <translation>2026-07-29</translation>
    </message>
    <message>
        <source>One on each line</source>
        <translation>한 줄에 하나씩</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르십시오</translation>
    </message>
</context>
<context>
    <name>naru::ui::TaskForm</name>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (필수)</translation>
    </message>
    <message>
        <source>✕ This is no day. Write it as 2026-07-29.</source>
        <translation>✕ 날짜가 아닙니다. 2026-07-29처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>✕ This is no number.</source>
        <translation>✕ 수가 아닙니다.</translation>
    </message>
    <message>
        <source>✕ This is needed.</source>
        <translation>✕ 꼭 필요합니다.</translation>
    </message>
    <message>
        <source>✕ A whole number is needed.</source>
        <translation>✕ 정수를 적어 주십시오.</translation>
    </message>
    <message>
        <source>✕ This value does not fit.</source>
        <translation>✕ 맞지 않는 값입니다.</translation>
    </message>
</context>
<context>
    <name>naru::ui::TaskList</name>
    <message>
        <source>No day set</source>
        <translation>기한 없음</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>접수 대기</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>내가 접수</translation>
    </message>
    <message>
        <source>Held by %1</source>
        <translation>%1 접수</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Robot</source>
        <translation>로봇</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>온 때</translation>
    </message>
    <message>
        <source>who is in charge of %1</source>
        <translation>%1 담당</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>부서 %1</translation>
    </message>
    <message>
        <source>the head of %1</source>
        <translation>%1의 부서장</translation>
    </message>
    <message>
        <source>the deputy of %1</source>
        <translation>%1의 직무대리</translation>
    </message>
    <message>
        <source>%1 days over</source>
        <translation>%1일 지남</translation>
    </message>
    <message>
        <source>over</source>
        <translation>지남</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>%1 days left</source>
        <translation>%1일 남음</translation>
    </message>
    <message>
        <source>Late: %1 – %2</source>
        <translation>늦음: %1 – %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 · since %2 · due %3</source>
        <translation>%1 · %2부터 · 기한 %3</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>오늘까지</translation>
    </message>
    <message>
        <source>%1 working days left</source>
        <translation>근무일 %1일 남음</translation>
    </message>
    <message>
        <source>%1 working days over</source>
        <translation>근무일 %1일 지남</translation>
    </message>
    <message>
        <source>its day is over</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>a schedule</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>a trigger</source>
        <translation>시작 조건</translation>
    </message>
</context>
<context>
    <name>naru::ui::TaskPanel</name>
    <message>
        <source>Task</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>계획 열기</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>실행 열기</translation>
    </message>
    <message>
        <source>Name or employee number of who takes it over</source>
        <translation>넘겨받을 사람의 이름이나 사번</translation>
    </message>
    <message>
        <source>Name or employee number</source>
        <translation>이름이나 사번</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>넘기기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>담당: %1</translation>
    </message>
    <message>
        <source>No day set</source>
        <translation>기한 없음</translation>
    </message>
    <message>
        <source>Nobody has taken it yet.</source>
        <translation>아직 접수한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Taken by: %1</source>
        <translation>접수한 사람: %1</translation>
    </message>
    <message>
        <source>There is nothing to fill in: say that it is done.</source>
        <translation>적을 것이 없습니다. 마쳤다고만 알려 주십시오.</translation>
    </message>
    <message>
        <source>Came: %1</source>
        <translation>온 때: %1</translation>
    </message>
    <message>
        <source>Due: %1 (%2)</source>
        <translation>기한: %1 (%2)</translation>
    </message>
    <message>
        <source>It was not done in time: since %1 it is for %2 too.</source>
        <translation>기한 안에 끝나지 않아 %1부터 %2에게도 맡겼습니다.</translation>
    </message>
    <message>
        <source>You were reminded of it on %1: %2.</source>
        <translation>%1에 알림: %2</translation>
    </message>
</context>
<context>
    <name>naru::ui::TaskWatch</name>
    <message>
        <source>Looking for reminders</source>
        <translation>알림을 살펴보는 중</translation>
    </message>
</context>
<context>
    <name>naru::ui::TasksPage</name>
    <message>
        <source>Things to do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>No robot waits for you.</source>
        <translation>처리할 일이 없습니다.</translation>
    </message>
    <message>
        <source>Filter the tasks</source>
        <translation>할 일 거르기</translation>
    </message>
    <message>
        <source>Task, robot, initial consonants</source>
        <translation>할 일, 로봇, 초성</translation>
    </message>
    <message>
        <source>Tasks for me</source>
        <translation>내가 할 일</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>접수 취소</translation>
    </message>
    <message>
        <source>Hand on …</source>
        <translation>넘기기 …</translation>
    </message>
    <message>
        <source>%1 to do</source>
        <translation>할 일 %1건</translation>
    </message>
    <message>
        <source>row</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>fill in</source>
        <translation>적기</translation>
    </message>
    <message>
        <source>done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Reading the tasks</source>
        <translation>할 일을 읽는 중</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>할 일이 없습니다.</translation>
    </message>
    <message>
        <source>Opening the task</source>
        <translation>할 일을 여는 중</translation>
    </message>
    <message>
        <source>Taking the task</source>
        <translation>할 일을 접수하는 중</translation>
    </message>
    <message>
        <source>The task is yours.</source>
        <translation>접수했습니다.</translation>
    </message>
    <message>
        <source>Giving the task back</source>
        <translation>접수를 취소하는 중</translation>
    </message>
    <message>
        <source>Others may take the task now.</source>
        <translation>접수를 취소했습니다. 다른 사람이 접수할 수 있습니다.</translation>
    </message>
    <message>
        <source>Handing the task on</source>
        <translation>할 일을 넘기는 중</translation>
    </message>
    <message>
        <source>Handed on to %1.</source>
        <translation>%1에게 넘겼습니다.</translation>
    </message>
    <message>
        <source>Something is missing in the form.</source>
        <translation>빠진 것이 있습니다.</translation>
    </message>
    <message>
        <source>Completing the task</source>
        <translation>할 일을 마치는 중</translation>
    </message>
    <message>
        <source>Done. The robot goes on.</source>
        <translation>마쳤습니다. 로봇이 이어 갑니다.</translation>
    </message>
    <message>
        <source>List of tasks</source>
        <translation>할 일 목록</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>take</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>hand on</source>
        <translation>넘기기</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>목록으로</translation>
    </message>
    <message>
        <source>It is as it was before.</source>
        <translation>처음대로 되돌렸습니다.</translation>
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
<context>
    <name>naru::ui::UnitModel</name>
    <message>
        <source>vacant</source>
        <translation>공석</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1명</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>부서장</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
</context>
<context>
    <name>naru::ui::UnitTree</name>
    <message>
        <source>Organisation</source>
        <translation>조직도</translation>
    </message>
</context>
<context>
    <name>naru::ui::WelcomePage</name>
    <message>
        <source>Try it out</source>
        <translation>체험하기</translation>
    </message>
    <message>
        <source>Makes a fictional city of 6,500 people with sample orders. No real names; remove it whenever you like.</source>
        <translation>직원 6,500명의 가상 도시와 표본 발령문을 만듭니다. 실제 인물이 아니며 언제든 지울 수 있습니다.</translation>
    </message>
    <message>
        <source>Make an empty office</source>
        <translation>빈 기관 만들기</translation>
    </message>
    <message>
        <source>Units and people are imported from XLSX or CSV afterwards.</source>
        <translation>부서와 사람은 나중에 XLSX나 CSV로 가져옵니다.</translation>
    </message>
    <message>
        <source>Open another office</source>
        <translation>다른 기관 열기</translation>
    </message>
    <message>
        <source>An office that lies somewhere else.</source>
        <translation>다른 곳에 있는 기관 데이터를 엽니다.</translation>
    </message>
    <message>
        <source>Making the office</source>
        <translation>기관 만드는 중</translation>
    </message>
</context>
</TS>
