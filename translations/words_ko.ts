<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Record</name>
    <message>
        <source>Unit</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>직위</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Approval line</source>
        <translation>결재선</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>대행</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>지시사항</translation>
    </message>
    <message>
        <source>Approval step</source>
        <translation>결재 단계</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>업무 인계·인수</translation>
    </message>
    <message>
        <source>Personnel order</source>
        <translation>인사발령</translation>
    </message>
    <message>
        <source>Order line</source>
        <translation>발령 사항</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>로봇 예약</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>로봇 시작 조건</translation>
    </message>
    <message>
        <source>Closing day</source>
        <translation>기관 휴무일</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Code</source>
        <translation>부서코드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
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
        <source>Belongs to</source>
        <translation>상위 부서</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>시작일</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>종료일</translation>
    </message>
    <message>
        <source>Predecessors</source>
        <translation>이전 부서</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>소속</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>직위</translation>
    </message>
    <message>
        <source>Employee number</source>
        <translation>사번</translation>
    </message>
    <message>
        <source>Hanja</source>
        <translation>한자</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>임용 구분</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>임용일</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>직급</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>직렬</translation>
    </message>
    <message>
        <source>Outside body</source>
        <translation>외부 기관</translation>
    </message>
    <message>
        <source>Planned until</source>
        <translation>예정 종료일</translation>
    </message>
    <message>
        <source>Order line</source>
        <translation>발령 사항</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>만든 사람</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>결재 순서</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>대행자</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Person in charge</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Hands over</source>
        <translation>인계자</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>인수자</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>담당 업무</translation>
    </message>
    <message>
        <source>Main plans and progress</source>
        <translation>주요 업무계획 및 진행사항</translation>
    </message>
    <message>
        <source>Current issues and problems</source>
        <translation>현안사항 및 문제점</translation>
    </message>
    <message>
        <source>Main pending matters</source>
        <translation>주요 미결사항</translation>
    </message>
    <message>
        <source>Related documents</source>
        <translation>관련 문서 현황</translation>
    </message>
    <message>
        <source>Main goods and budget</source>
        <translation>주요 물품 및 예산</translation>
    </message>
    <message>
        <source>Other remarks</source>
        <translation>그 밖의 참고사항</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>발령번호</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>발령일자</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Personnel order</source>
        <translation>인사발령</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>발령 문구</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>시행일</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>종료일</translation>
    </message>
    <message>
        <source>Place in the document</source>
        <translation>문서 안 자리</translation>
    </message>
    <message>
        <source>Robot</source>
        <translation>로봇</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>기산 시각</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Folder or message</source>
        <translation>폴더 또는 메시지</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
</context>
</TS>
