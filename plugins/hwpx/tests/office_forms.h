// The forms of the office, from which forms/*.hwpx are made: 시행규칙 별지 1, 2, 12 and what a city uses every day.
#pragma once

#include "../form_writer.h"

#include <QMap>

namespace naru::hwpx {

using Look = FormLine::Look;
using Border = FormCell::Border;

inline FormCell head(const QString &text, int columns = 1, int rows = 1)
{
    return {{{text, Look::Label}}, {}, columns, rows, Border::All, true};
}
inline FormCell label(const QString &text, int columns = 1, int rows = 1)
{
    FormCell cell = head(text, columns, rows);
    cell.isHead = false;
    return cell;
}
inline FormCell field(const QString &name, int columns = 1, Look look = Look::Plain)
{
    return {{{QString(), look}}, name, columns};
}
inline FormCell text(const QString &line, int columns = 1, Look look = Look::Plain)
{
    return {{{line, look}}, {}, columns};
}
inline FormCell bare(const QString &line, int columns = 1, Look look = Look::Plain, Border border = Border::None)
{
    return {{{line, look}}, {}, columns, 1, border};
}
inline FormCell bareField(const QString &name, Look look = Look::Small, Border border = Border::None, int columns = 1)
{
    return {{{QString(), look}}, name, columns, 1, border};
}

// The approval and dispatch lines at the foot (결문) of 별지 1.
inline FormTable letterFoot()
{
    return {{12, 39, 12, 39, 15, 36},
            {{9, {bare(u"기안자"_s, 1, Look::Small, Border::Above), bareField(u"기안자"_s, Look::Small, Border::Above),
                  bare(u"검토자"_s, 1, Look::Small, Border::Above), bareField(u"검토자"_s, Look::Small, Border::Above),
                  bare(u"결재권자"_s, 1, Look::Small, Border::Above), bareField(u"결재권자"_s, Look::Small, Border::Above)}},
             {8, {bare(u"협조자"_s, 1, Look::Small), bareField(u"협조자"_s, Look::Small, Border::None, 5)}},
             {7, {bare(u"시행"_s, 1, Look::Small), bare(u"[시행번호:처리과명-연도별 일련번호] ([시행일:시행일])"_s, 2, Look::Small),
                  bare(u"접수  [접수번호:처리과명-연도별 일련번호] ([접수일:접수일])"_s, 3, Look::Small)}},
             {7, {bare(u"우"_s, 1, Look::Small), bare(u"[우편번호:우편번호]  [주소:도로명주소]"_s, 3, Look::Small),
                  bare(u"/ [홈페이지:홈페이지 주소]"_s, 2, Look::Small)}},
             {7, {bare(u"전화번호 [전화번호:전화번호]  팩스번호 [팩스번호:팩스번호]"_s, 3, Look::Small),
                  bare(u"/ [전자우편:공무원의 전자우편주소] / [공개구분:공개 구분]"_s, 3, Look::Small)}}}};
}

inline FormDescription generalDraft()
{
    const FormTable top{{14, 136},
                        {{9, {bare(u"수신"_s), bareField(u"수신자"_s, Look::Plain)}},
                         {9, {bare(u"(경유)"_s), bareField(u"경유"_s, Look::Plain)}},
                         {10, {bare(u"제목"_s, 1, Look::Plain, Border::Below), bareField(u"제목"_s, Look::Plain, Border::Below)}}}};
    return {u"일반기안문"_s,
            {FormLine{u"[행정기관명:행정기관명]"_s, Look::Office}, top, FormLine{}, FormLine{u"[본문:내용을 입력하세요]"_s},
             FormLine{}, FormLine{u"[붙임:붙임을 입력하세요]"_s}, FormLine{}, FormLine{u"[발신명의:발신 명의]"_s, Look::Name},
             FormLine{u"수신자  [수신자명단:수신자가 여럿일 때 적습니다]"_s, Look::Small}, FormLine{}, letterFoot()}};
}

inline FormDescription shortDraft()
{
    const FormTable top{{28, 27, 25, 25, 25, 25},
                        {{8, {head(u"생산등록번호"_s), field(u"생산등록번호"_s), head(u"등록일"_s, 1), field(u"등록일"_s, 3)}},
                         {8, {head(u"결재일"_s), field(u"결재일"_s), head(u"공개구분"_s), field(u"공개구분"_s, 3)}},
                         {8, {head(u"기안자"_s, 2), head(u"검토자"_s, 2), head(u"결재권자"_s, 2)}},
                         {16, {field(u"기안자"_s, 2, Look::Centre), field(u"검토자"_s, 2, Look::Centre), field(u"결재권자"_s, 2, Look::Centre)}},
                         {10, {head(u"협조자"_s), field(u"협조자"_s, 5)}}}};
    return {u"간이기안문"_s,
            {top, FormLine{}, FormLine{}, FormLine{u"[제목:(제목)]"_s, Look::Name}, FormLine{}, FormLine{u"[작성일:작성일]"_s, Look::Centre},
             FormLine{}, FormLine{u"[행정기관명:행정기관명] [부서명:부서명]"_s, Look::Centre}, FormLine{},
             FormLine{u"[본문:내용을 입력하세요]"_s}}};
}

inline FormDescription appointmentNotice()
{
    const FormTable lines{{10, 34, 26, 22, 52, 16},
                          {{10, {head(u"연번"_s), head(u"소속"_s), head(u"직급"_s), head(u"성명"_s), head(u"발령사항"_s), head(u"비고"_s)}},
                           {10, {field(u"발령.연번"_s, 1, Look::Centre), field(u"발령.소속"_s), field(u"발령.직급"_s, 1, Look::Centre),
                                 field(u"발령.성명"_s, 1, Look::Centre), field(u"발령.발령사항"_s), field(u"발령.비고"_s)}}}};
    return {u"인사발령 통지서"_s,
            {FormLine{u"[행정기관명:행정기관명]"_s, Look::Office}, FormLine{u"인사발령 통지서"_s, Look::Name},
             FormLine{u"제[발령번호:연도-번호]호"_s}, FormLine{u"수신  [수신자:수신자]"_s}, FormLine{u"발령일자  [발령일자:발령일자]자"_s}, FormLine{},
             FormLine{u"다음과 같이 임용되었음을 알려드립니다."_s}, FormLine{}, lines, FormLine{u"  끝."_s}, FormLine{},
             FormLine{u"[통지일:통지일]"_s, Look::Centre}, FormLine{u"[발령권자:발령권자]"_s, Look::Name}}};
}

inline FormTable signatures(const QStringList &roles)
{
    FormTable table{{26, 46, 36, 30, 22}, {{9, {head(u"구분"_s), head(u"소속"_s), head(u"직위(직급)"_s), head(u"성명"_s), head(u"서명"_s)}}}};
    for (const QString &role : roles)
        table.rows.append({11, {head(role), field(role + u"소속"_s), field(role + u"직급"_s), field(role + u"성명"_s, 1, Look::Centre),
                                text(u"(서명)"_s, 1, Look::Right)}});
    return table;
}

inline FormDescription handover()
{
    const auto section = [](const QString &name, const QString &field, const QString &prompt, int height) {
        return FormTable::Row{height, {head(name), text(u"["_s + field + u':' + prompt + u']')}};
    };
    const FormTable body{{46, 114},
                         {section(u"1. 담당 업무"_s, u"담당업무"_s, u"담당하는 업무"_s, 18),
                          section(u"2. 주요 업무계획 및 진행사항"_s, u"주요업무계획"_s, u"계획과 진행 상황"_s, 28),
                          section(u"3. 현안사항 및 문제점"_s, u"현안사항"_s, u"앞으로 예상되는 것도 적습니다"_s, 28),
                          section(u"4. 주요 미결사항"_s, u"미결사항"_s, u"지시·감사 지적의 미처리, 기한"_s, 24),
                          section(u"5. 관련 문서 현황"_s, u"관련문서"_s, u"기록물철과 목록"_s, 20),
                          section(u"6. 주요 물품 및 예산 등 인계·인수 대상"_s, u"물품예산"_s, u"물품, 예산, 열쇠, 시스템 계정"_s, 20),
                          section(u"7. 그 밖의 참고사항"_s, u"참고사항"_s, u"참고할 것"_s, 16)}};
    return {u"업무인계·인수서"_s,
            {FormLine{u"■ 행정업무의 운영 및 혁신에 관한 규정 시행규칙 〔별지 제12호서식〕"_s, Look::Small}, FormLine{u"업무인계·인수서"_s, Look::Name}, body,
             FormLine{}, FormLine{u"위와 같이 업무를 인계·인수합니다."_s, Look::Centre}, FormLine{},
             FormLine{u"[인계일:인계·인수 날짜]"_s, Look::Centre}, FormLine{}, signatures({u"인계자"_s, u"인수자"_s, u"입회자"_s})}};
}

inline FormDescription jobManual()
{
    const FormTable about{{24, 56, 24, 56},
                          {{9, {head(u"부서"_s), field(u"부서"_s), head(u"단위업무"_s), field(u"단위업무"_s)}},
                           {9, {head(u"담당자"_s), field(u"담당자"_s), head(u"부담당자"_s), field(u"부담당자"_s)}},
                           {9, {head(u"작성일"_s), field(u"작성일"_s), head(u"갱신일"_s), field(u"갱신일"_s)}}}};
    const FormTable body{{160},
                         {{9, {head(u"1. 업무 연혁, 관련 업무 현황 및 주요 업무계획"_s)}}, {36, {text(u"[업무현황:연혁, 현황, 계획을 적습니다]"_s)}},
                          {9, {head(u"2. 업무의 처리절차 및 흐름도"_s)}}, {36, {text(u"[처리절차:절차와 흐름을 적습니다]"_s)}}}};
    const FormTable files{{14, 66, 24, 24, 32},
                          {{9, {head(u"3. 소관 보존문서 현황"_s, 5)}},
                           {9, {head(u"연번"_s), head(u"기록물철"_s), head(u"생산연도"_s), head(u"보존기간"_s), head(u"비고"_s)}},
                           {9, {field(u"보존문서.연번"_s, 1, Look::Centre), field(u"보존문서.기록물철"_s), field(u"보존문서.생산연도"_s, 1, Look::Centre),
                                field(u"보존문서.보존기간"_s, 1, Look::Centre), field(u"보존문서.비고"_s)}}}};
    const FormTable notes{{160}, {{9, {head(u"4. 그 밖의 업무처리에 필요한 참고사항"_s)}}, {26, {text(u"[참고사항:참고사항을 적습니다]"_s)}}}};
    return {u"직무편람"_s, {FormLine{u"직 무 편 람"_s, Look::Name}, about, FormLine{}, body, FormLine{}, files, FormLine{}, notes}};
}

inline FormDescription minutes()
{
    const FormTable about{{26, 54, 26, 54},
                          {{9, {head(u"회의명"_s), field(u"회의명"_s, 3)}},
                           {9, {head(u"개최기관"_s), field(u"개최기관"_s), head(u"일시"_s), field(u"일시"_s)}},
                           {9, {head(u"장소"_s), field(u"장소"_s), head(u"작성자"_s), field(u"작성자"_s)}},
                           {12, {head(u"참석자"_s), field(u"참석자"_s, 3)}},
                           {12, {head(u"배석자"_s), field(u"배석자"_s, 3)}},
                           {16, {head(u"진행 순서"_s), text(u"[진행순서:진행 순서]"_s, 3)}},
                           {20, {head(u"상정 안건"_s), text(u"[상정안건:상정 안건]"_s, 3)}},
                           {44, {head(u"발언 요지"_s), text(u"[발언요지:발언자와 발언 요지]"_s, 3)}},
                           {16, {head(u"표결 내용"_s), text(u"[표결내용:찬성, 반대, 기권]"_s, 3)}}}};
    const FormTable decisions{{12, 78, 36, 34},
                              {{9, {head(u"결정 사항"_s, 4)}},
                               {9, {head(u"연번"_s), head(u"내용"_s), head(u"담당부서"_s), head(u"기한"_s)}},
                               {10, {field(u"결정사항.연번"_s, 1, Look::Centre), field(u"결정사항.내용"_s), field(u"결정사항.담당부서"_s, 1, Look::Centre),
                                     field(u"결정사항.기한"_s, 1, Look::Centre)}}}};
    return {u"회의록"_s, {FormLine{u"회 의 록"_s, Look::Name}, about, FormLine{}, decisions}};
}

inline FormDescription weeklyReport()
{
    const FormTable lines{{24, 58, 58, 20},
                          {{10, {head(u"구분"_s), head(u"금주 추진실적"_s), head(u"차주 추진계획"_s), head(u"비고"_s)}},
                           {24, {field(u"업무.구분"_s, 1, Look::Centre), field(u"업무.금주실적"_s), field(u"업무.차주계획"_s), field(u"업무.비고"_s)}}}};
    return {u"주간업무보고"_s,
            {FormLine{u"주간업무보고"_s, Look::Name}, FormLine{u"([시작일:시작일] ~ [종료일:종료일])"_s, Look::Centre},
             FormLine{u"[부서:부서명]"_s, Look::Right}, lines, FormLine{}, FormLine{u"특이사항"_s, Look::Label},
             FormLine{u"[특이사항:특이사항을 적습니다]"_s}}};
}

inline FormTable reportTitle()
{
    return {{160}, {{16, {FormCell{{{u"[제목:제목]"_s, Look::Name}}, {}, 1, 1, Border::All, true}}},
                    {9, {bare(u"([작성일:작성일], [부서:부서명] [작성자:작성자] ☎[전화번호:전화번호])"_s, 1, Look::Right)}}}};
}

inline FormDescription onePageReport()
{
    const FormTable gist{{160}, {{14, {text(u"[요지:한 줄 요지]"_s)}}}};
    return {u"보고서"_s,
            {reportTitle(), gist, FormLine{}, FormLine{u"□ 추진배경"_s, Look::Label}, FormLine{u"[추진배경:○ 배경을 적습니다]"_s},
             FormLine{}, FormLine{u"□ 현황 및 문제점"_s, Look::Label}, FormLine{u"[현황:○ 현황과 문제점을 적습니다]"_s}, FormLine{},
             FormLine{u"□ 추진계획"_s, Look::Label}, FormLine{u"[추진계획:○ 계획을 적습니다]"_s}, FormLine{},
             FormLine{u"□ 행정사항"_s, Look::Label}, FormLine{u"[행정사항:○ 예산, 협조, 일정을 적습니다]"_s}}};
}

inline FormDescription resultReport()
{
    const FormTable about{{28, 132},
                          {{9, {head(u"사업명"_s), field(u"사업명"_s)}},
                           {9, {head(u"기간"_s), field(u"기간"_s)}},
                           {9, {head(u"장소"_s), field(u"장소"_s)}},
                           {9, {head(u"대상"_s), field(u"대상"_s)}},
                           {9, {head(u"소요예산"_s), field(u"소요예산"_s)}}}};
    const FormTable results{{40, 40, 40, 40},
                            {{9, {head(u"항목"_s), head(u"계획"_s), head(u"실적"_s), head(u"비고"_s)}},
                             {9, {field(u"실적.항목"_s), field(u"실적.계획"_s, 1, Look::Centre), field(u"실적.실적"_s, 1, Look::Centre), field(u"실적.비고"_s)}}}};
    return {u"결과보고"_s,
            {reportTitle(), FormLine{u"□ 개요"_s, Look::Label}, about, FormLine{}, FormLine{u"□ 추진실적"_s, Look::Label}, results, FormLine{},
             FormLine{u"□ 주요 내용"_s, Look::Label}, FormLine{u"[주요내용:○ 주요 내용을 적습니다]"_s}, FormLine{},
             FormLine{u"□ 성과 및 개선할 점"_s, Look::Label}, FormLine{u"[성과:○ 성과와 개선할 점을 적습니다]"_s}, FormLine{},
             FormLine{u"□ 향후 계획"_s, Look::Label}, FormLine{u"[향후계획:○ 향후 계획을 적습니다]"_s}}};
}

// By the name of the file.
inline QMap<QString, FormDescription> officeForms()
{
    return {{u"일반기안문"_s, generalDraft()},      {u"간이기안문"_s, shortDraft()},   {u"인사발령통지서"_s, appointmentNotice()},
            {u"업무인계인수서"_s, handover()},      {u"직무편람"_s, jobManual()},      {u"회의록"_s, minutes()},
            {u"주간업무보고"_s, weeklyReport()},    {u"보고서"_s, onePageReport()},    {u"결과보고"_s, resultReport()}};
}

} // namespace naru::hwpx
