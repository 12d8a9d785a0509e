// Forms in HWPX: fields are found, filled as Hancom Office fills them, and everything else stays byte for byte.
#include "hwpx_parts.h"

#include "run/formats.h"

#include "core/form_template.h"
#include "core/xml_outline.h"

#include <QDir>
#include <QFile>
#include <QtEndian>
#include <QTest>

using namespace naru;
using namespace naru::parts;

namespace {

QByteArray sample(const QString &name)
{
    const QString set = qEnvironmentVariable("NARU_SHARED");
    QFile file((set.isEmpty() ? qEnvironmentVariable("NARU_SOURCE") + u"/../shared"_s : set) + u"/samples/hwp/"_s + name + u".hwpx"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray partOf(const QByteArray &bytes, const QString &name)
{
    const Result<ZipReader> zip = ZipReader::open(bytes);
    const Result<QByteArray> part = zip ? zip->read(name) : Result<QByteArray>(zip.error());
    return part ? *part : QByteArray();
}

// The local header and the packed bytes of every entry, as they stand in the archive.
QHash<QString, QByteArray> packedEntries(const QByteArray &zip)
{
    QHash<QString, QByteArray> entries;
    const auto u16 = [&](qsizetype at) { return qFromLittleEndian<quint16>(zip.constData() + at); };
    const auto u32 = [&](qsizetype at) { return qFromLittleEndian<quint32>(zip.constData() + at); };
    qsizetype at = u32(zip.size() - 22 + 16);
    while (u32(at) == 0x02014b50) {
        const qsizetype local = u32(at + 42);
        const qsizetype size = 30 + u16(local + 26) + u16(local + 28) + qsizetype(u32(at + 20));
        entries.insert(QString::fromUtf8(zip.mid(at + 46, u16(at + 28))), zip.mid(local, size));
        at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
    }
    return entries;
}

const QString section0 = u"Contents/section0.xml"_s;

// A 누름틀 with its prompt, as Hancom Office writes an empty one.
QString clickHere(const QString &name, const QString &prompt, const QString &id = u"7"_s)
{
    return u"<hp:p id=\"0\" paraPrIDRef=\"3\"><hp:run charPrIDRef=\"0\">"_s + t(u"앞 "_s)
        + u"<hp:ctrl><hp:fieldBegin id=\"%3\" type=\"CLICK_HERE\" name=\"%1\" editable=\"1\" dirty=\"0\" fieldid=\"6\">"
          u"<hp:parameters cnt=\"2\" name=\"\"><hp:integerParam name=\"Prop\">9</hp:integerParam><hp:stringParam name=\"Command\">"
          u"Clickhere:set:66:Direction:wstring:5:%2 HelpState:wstring:0:  </hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>"
          u"</hp:run><hp:run charPrIDRef=\"7\"><hp:t>%2</hp:t></hp:run><hp:run charPrIDRef=\"0\"><hp:ctrl>"
          u"<hp:fieldEnd beginIDRef=\"%3\" fieldid=\"6\"/></hp:ctrl><hp:t> 뒤</hp:t></hp:run>"
          u"<hp:linesegarray><hp:lineseg textpos=\"0\"/></hp:linesegarray></hp:p>"_s.arg(name, prompt, id);
}

const QString plainParagraph = u"<hp:p id=\"0\"><hp:run charPrIDRef=\"0\"><hp:t>그대로</hp:t></hp:run>"
                               u"<hp:linesegarray><hp:lineseg textpos=\"0\"/></hp:linesegarray></hp:p>"_s;

QString namedCell(int row, int column, const QString &name, const QString &text, int rowSpan = 1)
{
    return u"<hp:tc name=\"%3\" header=\"0\"><hp:subList><hp:p id=\"%7\" paraPrIDRef=\"1\"><hp:run charPrIDRef=\"5\">%4</hp:run>"
           u"<hp:linesegarray><hp:lineseg/></hp:linesegarray></hp:p></hp:subList><hp:cellAddr colAddr=\"%2\" rowAddr=\"%1\"/>"
           u"<hp:cellSpan colSpan=\"1\" rowSpan=\"%5\"/><hp:cellSz width=\"4000\" height=\"%6\"/>"
           u"<hp:cellMargin left=\"100\" right=\"100\" top=\"100\" bottom=\"100\"/></hp:tc>"_s.arg(row)
               .arg(column)
               .arg(name, text.isEmpty() ? QString() : t(text))
               .arg(rowSpan)
               .arg(rowSpan * 1700)
               .arg(100 + row * 10 + column);
}

QString tableOf(int rows, int columns, const QStringList &lines)
{
    QString body;
    for (const QString &line : lines)
        body += u"<hp:tr>"_s + line + u"</hp:tr>"_s;
    return u"<hp:p id=\"0\"><hp:run charPrIDRef=\"0\"><hp:tbl id=\"50\" rowCnt=\"%1\" colCnt=\"%2\"><hp:sz width=\"8000\" height=\"%3\"/>"
           u"%4</hp:tbl></hp:run></hp:p>"_s.arg(rows)
               .arg(columns)
               .arg(rows * 1700)
               .arg(body);
}

FormFilling setting(const QString &name, const QStringList &paragraphs)
{
    FormFilling filling;
    filling.entries.append({name, paragraphs});
    return filling;
}

} // namespace

class TestHwpxForms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fillsAFieldAsHancomDoes();
    void fillsTheGoldFormLikeHancomOffice();
    void fillsOneParagraphForEachLine();
    void fillsTheBodyOfARealDocument();
    void fillsNamedCells_data();
    void fillsNamedCells();
    void leavesUntouchedPartsByteIdentical_data();
    void leavesUntouchedPartsByteIdentical();
    void fillsEachFieldOfARealFormAndNoOther_data();
    void fillsEachFieldOfARealFormAndNoOther();
    void removesTheLayoutOfChangedParagraphsAlone();
    void writesMarkupInValuesAsText();
    void replacesThePreviews();
    void setsCheckBoxes();
    void emptiesAFieldSoThatItsPromptComesBack();
    void fillsEveryFieldOfAName();
    void repeatsARow();
    void usesUpTheBlankRowsOfAForm();
    void takesARowWithoutDataOut();
    void stretchesCellsThatReachOverTheRows();
    void givesCopiesIdsOfTheirOwn();
    void refusesWhatCannotBeFilled_data();
    void refusesWhatCannotBeFilled();
    void namesTheNearestFieldsFirst();
    void notesValuesLongerThanTheirCell();
    void takesAValueOfAMegabyte();
    void refusesDamagedForms_data();
    void refusesDamagedForms();

private:
    QByteArray filled(const QByteArray &form, const FormFilling &filling)
    {
        const Result<FilledForm> result = m_template->fill(form, filling, {});
        if (!result)
            qWarning("%s", qPrintable(result.error().text));
        m_filled = result ? *result : FilledForm();
        return m_filled.bytes;
    }
    QString valueOf(const QByteArray &form, const QString &name) const
    {
        const Result<QList<FormField>> fields = m_template->fields(form, {});
        QStringList values;
        if (fields)
            for (const FormField &one : *fields)
                if (one.name == name)
                    values.append(one.filled ? one.value : u"(empty)"_s);
        return values.join(u'|');
    }
    Error refusal(const QByteArray &form, const FormFilling &filling) const
    {
        const Result<FilledForm> result = m_template->fill(form, filling, {});
        return result ? Error{} : result.error();
    }
    // The grid tiles and every address is told right.
    void proveTables(const QByteArray &form) const
    {
        const Result<Document> document = m_format->read(form, {});
        QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
        for (const Diagnostic &one : document->diagnostics)
            QVERIFY2(one.code != u"table.tiling", qPrintable(one.text));
    }

    Formats m_formats;
    const Format *m_format = nullptr;
    const FormTemplate *m_template = nullptr;
    FilledForm m_filled;
};

void TestHwpxForms::initTestCase()
{
    m_format = m_formats.byId(u"hwpx"_s);
    m_template = m_formats.formTemplate(hwpx(p(t(u"가"_s))));
    QVERIFY(m_format && m_template);
}

void TestHwpxForms::fillsAFieldAsHancomDoes()
{
    const QByteArray form = hwpx(clickHere(u"수신"_s, u"받는 곳"_s) + plainParagraph);
    QCOMPARE(valueOf(form, u"수신"_s), u"(empty)"_s);

    const QByteArray after = filled(form, setting(u"수신"_s, {u"총무과장"_s}));

    const QString xml = QString::fromUtf8(partOf(after, section0));
    QVERIFY(xml.contains(u"</hp:fieldBegin></hp:ctrl><hp:t>총무과장</hp:t></hp:run><hp:run charPrIDRef=\"0\"><hp:ctrl><hp:fieldEnd"_s));
    QVERIFY(xml.contains(u"dirty=\"1\""_s) && !xml.contains(u"charPrIDRef=\"7\""_s)); // the run of the prompt is gone
    QCOMPARE(valueOf(after, u"수신"_s), u"총무과장"_s);
    QCOMPARE(paragraphAt(*m_format->read(after, {}), 0).text, u"앞 총무과장 뒤"_s);
}

// A form that Hancom Office 12 wrote empty and filled; what differs is how it cuts the runs.
void TestHwpxForms::fillsTheGoldFormLikeHancomOffice()
{
    const QString begin =
        u"<hp:run charPrIDRef=\"0\"><hp:ctrl><hp:fieldBegin id=\"1155026836\" type=\"CLICK_HERE\" name=\"NAMETEXT_THREE\" editable=\"1\""
        u" dirty=\"%1\" zorder=\"-1\" fieldid=\"627272811\" metaTag=\"\"><hp:parameters cnt=\"4\" name=\"\"><hp:integerParam name=\"Prop\">9"
        u"</hp:integerParam><hp:stringParam name=\"Command\" xml:space=\"preserve\">Clickhere:set:67:Direction:wstring:11:DIRTEXT_ONE "
        u"HelpState:wstring:12:MEMOTEXT_TWO  </hp:stringParam><hp:stringParam name=\"Direction\">DIRTEXT_ONE</hp:stringParam>"
        u"<hp:stringParam name=\"HelpState\">MEMOTEXT_TWO</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>"_s;
    const QString end = u"<hp:ctrl><hp:fieldEnd beginIDRef=\"1155026836\" fieldid=\"627272811\"/></hp:ctrl><hp:t/></hp:run>"_s;
    const auto form = [](const QString &inside) { return hwpx(u"<hp:p id=\"0\">"_s + inside + u"</hp:p>"_s); };
    const QByteArray empty = form(begin.arg(0) + u"</hp:run><hp:run charPrIDRef=\"7\"><hp:t>DIRTEXT_ONE</hp:t></hp:run><hp:run charPrIDRef=\"0\">"_s + end);
    const QByteArray gold = form(begin.arg(1) + t(u"VALUE_FOUR"_s) + end);

    const QByteArray after = filled(empty, setting(u"NAMETEXT_THREE"_s, {u"VALUE_FOUR"_s}));

    QString ours = QString::fromUtf8(partOf(after, section0));
    QCOMPARE(ours.remove(u"</hp:run><hp:run charPrIDRef=\"0\">"_s), QString::fromUtf8(partOf(gold, section0)));
    QCOMPARE(valueOf(after, u"NAMETEXT_THREE"_s), valueOf(gold, u"NAMETEXT_THREE"_s));
}

void TestHwpxForms::fillsOneParagraphForEachLine()
{
    const QByteArray form = hwpx(clickHere(u"본문"_s, u"내용"_s) + plainParagraph);

    const QByteArray after = filled(form, setting(u"본문"_s, {u"1. 가"_s, u""_s, u"2. 나\t다"_s}));

    QCOMPARE(valueOf(after, u"본문"_s), u"1. 가\n\n2. 나\t다"_s);
    const Result<Document> document = m_format->read(after, {});
    QCOMPARE(document->body.size(), 4);
    QCOMPARE(paragraphAt(*document, 0).text, u"앞 1. 가"_s);
    QCOMPARE(paragraphAt(*document, 2).text, u"2. 나\t다 뒤"_s);
    QCOMPARE(QString::fromUtf8(partOf(after, section0)).count(u"paraPrIDRef=\"3\""_s), 3); // all of its shape
    QCOMPARE(valueOf(filled(after, setting(u"본문"_s, {u"다시"_s})), u"본문"_s), u"다시"_s);
    QCOMPARE(m_format->read(m_filled.bytes, {})->body.size(), 2); // and joined again
}

void TestHwpxForms::fillsTheBodyOfARealDocument()
{
    const QByteArray form = sample(u"airmang__seoul_sihaengmun_SCRUBBED"_s);
    if (form.isEmpty())
        QSKIP("the shared samples are not here");
    const qsizetype tables = QString::fromUtf8(partOf(form, section0)).count(u"<hp:tbl "_s);
    FormFilling filling = setting(u"본문"_s, {u"1. 관련: 주택과-1(2026. 11. 2.)"_s, u"2. 다음과 같이 제출합니다."_s, u"붙임  현황 1부.  끝."_s});
    filling.entries.append({u"수신"_s, {u"국토교통부장관(주택과장)"_s}});
    filling.entries.append({u"제목"_s, {u"추진실적 제출"_s}});
    filling.entries.append({u"시행번호"_s, {u"주택과-13667"_s}});

    const QByteArray after = filled(form, filling);

    for (const FormFilling::Entry &one : filling.entries)
        QCOMPARE(valueOf(after, one.name), one.paragraphs.join(u'\n'));
    QCOMPARE(valueOf(after, u"전화번호"_s), valueOf(form, u"전화번호"_s));
    QCOMPARE(QString::fromUtf8(partOf(after, section0)).count(u"<hp:tbl "_s), tables); // the head and the foot stay
    QVERIFY(!partOf(after, section0).contains("소규모주택정비사업"));
    proveTables(after);

    // A second time, with fewer and with more lines.
    const QByteArray again = filled(after, setting(u"본문"_s, {u"한 줄"_s}));
    QCOMPARE(valueOf(again, u"본문"_s), u"한 줄"_s);
    const QByteArray third = filled(again, setting(u"본문"_s, {u"가"_s, u"나"_s, u"다"_s, u"라"_s}));
    QCOMPARE(valueOf(third, u"본문"_s), u"가\n나\n다\n라"_s);
    QCOMPARE(valueOf(third, u"시행번호"_s), u"주택과-13667"_s);
}

void TestHwpxForms::fillsNamedCells_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QStringList>("value");
    QTest::newRow("empty") << u"<hp:p id=\"0\"><hp:run charPrIDRef=\"5\"/></hp:p>"_s << QStringList{u"값"_s};
    QTest::newRow("without a run") << u"<hp:p id=\"0\"/>"_s << QStringList{u"값"_s};
    QTest::newRow("with text") << p(t(u"옛 값"_s)) << QStringList{u"새 값"_s};
    QTest::newRow("with two paragraphs") << p(t(u"옛"_s)) + p(t(u"값"_s)) << QStringList{u"새 값"_s};
    QTest::newRow("with several runs")
        << u"<hp:p><hp:run charPrIDRef=\"1\"><hp:t>옛</hp:t></hp:run><hp:run charPrIDRef=\"2\"><hp:t>값</hp:t></hp:run></hp:p>"_s
        << QStringList{u"첫 줄"_s, u"둘째 줄"_s};
    QTest::newRow("emptied") << p(t(u"옛 값"_s)) << QStringList{QString()};
}

void TestHwpxForms::fillsNamedCells()
{
    QFETCH(const QString, content);
    QFETCH(const QStringList, value);
    QString cell = tc(0, 0, content);
    cell.replace(u"name=\"\""_s, u"name=\"칸\""_s);
    const QByteArray form = hwpx(p(tbl(1, 2, u"<hp:tr>"_s + cell + tc(0, 1, p(t(u"이웃"_s))) + u"</hp:tr>"_s)));

    const QByteArray after = filled(form, setting(u"칸"_s, value));

    QCOMPARE(valueOf(after, u"칸"_s), value == QStringList{QString()} ? u"(empty)"_s : value.join(u'\n'));
    QCOMPARE(tableAt(*m_format->read(after, {}), 0).cells.at(1).text, u"이웃"_s);
    proveTables(after);
}

void TestHwpxForms::leavesUntouchedPartsByteIdentical_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("field");
    QTest::newRow("a 시행문 of a city") << u"airmang__seoul_sihaengmun_SCRUBBED"_s << u"제목"_s;
    QTest::newRow("a press release with pictures") << u"airmang__public_official_table"_s << u"제목명"_s;
    QTest::newRow("a press release") << u"neolord0__mot"_s << u"담당부서"_s;
    QTest::newRow("fields and cells of Hancom 12") << u"neolord0__TestFinder"_s << u"필드A"_s;
    QTest::newRow("일반기안문") << u"chrisryugj__일반기안문_서식"_s << u"본문"_s;
    QTest::newRow("간이기안문") << u"chrisryugj__간이기안문_서식"_s << u"제목"_s;
}

void TestHwpxForms::leavesUntouchedPartsByteIdentical()
{
    QFETCH(const QString, file);
    QFETCH(const QString, field);
    const QByteArray form = sample(file);
    if (form.isEmpty())
        QSKIP("the shared samples are not here");

    const QByteArray after = filled(form, setting(field, {u"값 <&>"_s, u"둘째"_s}));

    for (const QString &value : valueOf(after, field).split(u'|'))
        QCOMPARE(value, u"값 <&>\n둘째"_s);
    const auto before = packedEntries(form);
    const auto fresh = packedEntries(after);
    QVERIFY(m_filled.untouchedParts.size() >= 6 && m_filled.changedParts.contains(section0));
    for (const QString &part : m_filled.untouchedParts)
        QVERIFY2(fresh.value(part) == before.value(part) && !before.value(part).isEmpty(), qPrintable(part));
    QCOMPARE(after.mid(30, 27), QByteArray("mimetypeapplication/hwp+zip"));
    proveTables(after);

    // What Hancom wrote around the field stays too: only bytes of its paragraphs differ.
    const QByteArray old = partOf(form, section0);
    const QByteArray now = partOf(after, section0);
    QCOMPARE(now.first(1000), old.first(1000));
    QCOMPARE(now.last(200), old.last(200));
}

void TestHwpxForms::fillsEachFieldOfARealFormAndNoOther_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("names");
    QTest::newRow("a 시행문 of a city") << u"airmang__seoul_sihaengmun_SCRUBBED"_s << 40;
    QTest::newRow("a press release with pictures") << u"airmang__public_official_table"_s << 11;
    QTest::newRow("a press release") << u"neolord0__mot"_s << 13;
    QTest::newRow("a plan of the server edition") << u"neolord0__프로젝트_계획서"_s << 5;
    QTest::newRow("일반기안문") << u"chrisryugj__일반기안문_서식"_s << 23;
    QTest::newRow("간이기안문") << u"chrisryugj__간이기안문_서식"_s << 13;
}

void TestHwpxForms::fillsEachFieldOfARealFormAndNoOther()
{
    QFETCH(const QString, file);
    const QByteArray form = sample(file);
    if (form.isEmpty())
        QSKIP("the shared samples are not here");
    const QString frame = u"틀"_s; // a cell around others, not for text
    const Result<QList<FormField>> fields = m_template->fields(form, {});
    QVERIFY(fields);
    QStringList names;
    for (const FormField &one : *fields)
        if (!one.name.isEmpty() && one.name != frame && !names.contains(one.name))
            names.append(one.name);
    QTEST(int(names.size()), "names");

    for (const QString &name : names) {
        const QByteArray after = filled(form, setting(name, {u"값 1"_s, u"둘째 <줄>"_s}));

        const Result<QList<FormField>> now = m_template->fields(after, {});
        QVERIFY2(now && now->size() == fields->size(), qPrintable(name));
        for (qsizetype i = 0; i < now->size(); ++i)
            if (now->at(i).name != frame)
                QCOMPARE(now->at(i).value, now->at(i).name == name ? u"값 1\n둘째 <줄>"_s : fields->at(i).value);
        proveTables(after);
    }
}

void TestHwpxForms::removesTheLayoutOfChangedParagraphsAlone()
{
    const QByteArray form = hwpx(clickHere(u"수신"_s, u"받는 곳"_s) + plainParagraph
                                 + tableOf(1, 2, {namedCell(0, 0, u"가"_s, u"1"_s) + namedCell(0, 1, u"나"_s, u"2"_s)}));
    const auto lines = [](const QByteArray &bytes) { return partOf(bytes, section0).count("<hp:linesegarray>"); };
    QCOMPARE(lines(form), 4);

    QCOMPARE(lines(filled(form, setting(u"수신"_s, {u"총무과장"_s}))), 3);
    QCOMPARE(lines(filled(form, setting(u"가"_s, {u"3"_s}))), 3);
    QVERIFY(partOf(m_filled.bytes, section0).contains(plainParagraph.toUtf8()));
}

void TestHwpxForms::writesMarkupInValuesAsText()
{
    const QString value = u"<hp:t>&amp; \"가\" 'b' ]]> \U0001F600"_s;
    const QByteArray form = hwpx(clickHere(u"수신"_s, u"받는 곳"_s) + tableOf(1, 1, {namedCell(0, 0, u"칸"_s, u"1"_s)}));
    FormFilling filling = setting(u"수신"_s, {value});
    filling.entries.append({u"칸"_s, {value}});

    const QByteArray after = filled(form, filling);

    QCOMPARE(valueOf(after, u"수신"_s), value);
    QCOMPARE(valueOf(after, u"칸"_s), value);
}

void TestHwpxForms::replacesThePreviews()
{
    Parts parts = partsOf({clickHere(u"성명"_s, u"이름"_s) + plainParagraph});
    parts.append({u"Preview/PrvText.txt"_s, "옛사람 홍길동"});
    parts.append({u"Preview/PrvImage.png"_s, "PNG 홍길동"});
    parts.append({u"META-INF/container.xml"_s,
                  "<c><rootfiles><rootfile full-path=\"Contents/content.hpf\"/><rootfile full-path=\"Preview/PrvImage.png\"/></rootfiles></c>"});

    const QByteArray after = filled(zipOf(parts), setting(u"성명"_s, {u"이민수"_s}));

    QCOMPARE(QString::fromUtf8(partOf(after, u"Preview/PrvText.txt"_s)), u"앞 이민수 뒤\n그대로\n"_s);
    QVERIFY(!ZipReader::open(after)->contains(u"Preview/PrvImage.png"_s));
    QCOMPARE(partOf(after, u"META-INF/container.xml"_s),
             QByteArray("<c><rootfiles><rootfile full-path=\"Contents/content.hpf\"/></rootfiles></c>"));
    QVERIFY(m_filled.diagnostics.size() == 1 && m_filled.diagnostics.first().code == u"fill.stale");
}

void TestHwpxForms::setsCheckBoxes()
{
    const QByteArray form = hwpx(p(u"<hp:checkBtn name=\"동의\" caption=\"예\" value=\"UNCHECKED\"/>"_s));

    QCOMPARE(valueOf(filled(form, setting(u"동의"_s, {u"true"_s})), u"동의"_s), u"1"_s);
    QCOMPARE(valueOf(filled(m_filled.bytes, setting(u"동의"_s, {u"0"_s})), u"동의"_s), u"(empty)"_s);
    QCOMPARE(refusal(form, setting(u"동의"_s, {u"아마"_s})).code, u"fill.value"_s);
}

void TestHwpxForms::emptiesAFieldSoThatItsPromptComesBack()
{
    const QByteArray form = hwpx(clickHere(u"수신"_s, u"받는 곳"_s));
    const QByteArray full = filled(form, setting(u"수신"_s, {u"총무과장"_s}));

    const QByteArray after = filled(full, setting(u"수신"_s, {QString()}));

    QCOMPARE(valueOf(after, u"수신"_s), u"(empty)"_s);
    QVERIFY(partOf(after, section0).contains("dirty=\"0\"") && !partOf(after, section0).contains("총무과장"));
}

void TestHwpxForms::fillsEveryFieldOfAName()
{
    const QByteArray form = zipOf(partsOf({clickHere(u"성명"_s, u"이름"_s) + clickHere(u"성명"_s, u"이름"_s, u"8"_s),
                                           tableOf(1, 1, {namedCell(0, 0, u"성명"_s, QString())})}));

    QCOMPARE(valueOf(filled(form, setting(u"성명"_s, {u"이민수"_s})), u"성명"_s), u"이민수|이민수|이민수"_s);
    QVERIFY(m_filled.changedParts.contains(u"Contents/section1.xml"_s));
}

FormFilling rowsOf(const QString &title, const QList<QStringList> &rows, const QStringList &names)
{
    FormFilling filling;
    FormFilling::Repetition repetition{title, {}};
    for (const QStringList &values : rows) {
        FormFilling::Row row;
        for (qsizetype i = 0; i < values.size(); ++i)
            row.append({names[i], {values[i]}});
        repetition.rows.append(row);
    }
    filling.repetitions.append(repetition);
    return filling;
}

const QStringList lineOfTable{namedCell(0, 0, QString(), u"연번"_s) + namedCell(0, 1, QString(), u"성명"_s),
                              namedCell(1, 0, u"연번"_s, QString()) + namedCell(1, 1, u"발령.성명"_s, QString()),
                              namedCell(2, 0, QString(), u"계"_s) + namedCell(2, 1, u"계"_s, u"0"_s)};

QStringList textsOf(const Table &table)
{
    QStringList texts;
    for (const Cell &cell : table.cells)
        texts.append(u"%1,%2 %3"_s.arg(cell.row).arg(cell.column).arg(cell.text));
    return texts;
}

void TestHwpxForms::repeatsARow()
{
    const QByteArray form = hwpx(tableOf(3, 2, lineOfTable) + plainParagraph);
    FormFilling filling = rowsOf(u"발령"_s, {{u"1"_s, u"이민수"_s}, {u"2"_s, u"김하나"_s}, {u"3"_s, u"박<지>"_s}}, {u"연번"_s, u"성명"_s});
    filling.entries.append({u"계"_s, {u"3"_s}});

    const QByteArray after = filled(form, filling);

    const Result<Document> document = m_format->read(after, {});
    const Table &table = tableAt(*document, 0);
    QCOMPARE(table.rows, 5);
    QCOMPARE(textsOf(table).join(u'/'),
             u"0,0 연번/0,1 성명/1,0 1/1,1 이민수/2,0 2/2,1 김하나/3,0 3/3,1 박<지>/4,0 계/4,1 3"_s);
    const QString xml = QString::fromUtf8(partOf(after, section0));
    QVERIFY(xml.contains(u"rowCnt=\"5\""_s) && xml.contains(u"height=\"%1\""_s.arg(5 * 1700)));
    proveTables(after);
}

void TestHwpxForms::usesUpTheBlankRowsOfAForm()
{
    QStringList lines{namedCell(0, 0, QString(), u"성명"_s) + namedCell(0, 1, QString(), u"비고"_s)};
    for (int row = 1; row <= 3; ++row)
        lines.append(namedCell(row, 0, u"성명"_s, QString()) + namedCell(row, 1, u"비고"_s, QString()));
    lines.append(namedCell(4, 0, QString(), u"끝"_s) + namedCell(4, 1, QString(), u"끝"_s));
    const QByteArray form = hwpx(tableOf(5, 2, lines));
    const QStringList names{u"성명"_s, u"비고"_s};

    for (int count = 1; count <= 5; ++count) {
        QList<QStringList> rows;
        for (int i = 0; i < count; ++i)
            rows.append({u"사람%1"_s.arg(i), QString()});

        const QByteArray after = filled(form, rowsOf(u"명단"_s, rows, names));

        QCOMPARE(tableAt(*m_format->read(after, {}), 0).rows, count + 2);
        QCOMPARE(valueOf(after, u"성명"_s).count(u"사람"_s), count);
        proveTables(after);
    }
}

void TestHwpxForms::takesARowWithoutDataOut()
{
    const QByteArray form = hwpx(tableOf(3, 2, lineOfTable));

    const QByteArray after = filled(form, rowsOf(u"발령"_s, {}, {}));

    QCOMPARE(textsOf(tableAt(*m_format->read(after, {}), 0)).join(u'/'), u"0,0 연번/0,1 성명/1,0 계/1,1 0"_s);
    proveTables(after);

    // A table must have a row: its last one is emptied.
    const QByteArray alone = hwpx(tableOf(1, 2, {namedCell(0, 0, u"발령.연번"_s, u"1"_s) + namedCell(0, 1, u"발령.성명"_s, u"옛"_s)}));
    const QByteArray emptied = filled(alone, rowsOf(u"발령"_s, {}, {}));
    QCOMPARE(textsOf(tableAt(*m_format->read(emptied, {}), 0)).join(u'/'), u"0,0 /0,1 "_s);
}

void TestHwpxForms::stretchesCellsThatReachOverTheRows()
{
    // A label on the left reaches over the row that is repeated; another begins in it.
    const QByteArray form =
        hwpx(tableOf(3, 3, {namedCell(0, 0, QString(), u"명단"_s, 3) + namedCell(0, 1, QString(), u"성명"_s) + namedCell(0, 2, QString(), u"비고"_s),
                            namedCell(1, 1, u"성명"_s, QString()) + namedCell(1, 2, QString(), u"함께"_s, 2),
                            namedCell(2, 1, QString(), u"계"_s)}));
    proveTables(form);

    const QByteArray after = filled(form, rowsOf(u"명단"_s, {{u"가"_s}, {u"나"_s}, {u"다"_s}}, {u"성명"_s}));

    const Result<Document> document = m_format->read(after, {});
    const Table &table = tableAt(*document, 0);
    QCOMPARE(table.rows, 5);
    QVERIFY(TableGrid(table).tiles());
    QCOMPARE(textsOf(table).join(u'/'), u"0,0 명단/0,1 성명/0,2 비고/1,1 가/1,2 함께/2,1 나/3,1 다/4,1 계"_s);
    QCOMPARE(table.cells.first().rowSpan, 5);
    QCOMPARE(table.cells.at(4).rowSpan, 4);
    QCOMPARE(refusal(form, rowsOf(u"성명"_s, {}, {})).code, u"fill.row"_s); // what reaches on has nowhere to begin
}

void TestHwpxForms::givesCopiesIdsOfTheirOwn()
{
    const QString nested = u"<hp:tc name=\"\" header=\"0\"><hp:subList>%1%2</hp:subList><hp:cellAddr colAddr=\"1\" rowAddr=\"0\"/>"
                           u"<hp:cellSpan colSpan=\"1\" rowSpan=\"1\"/></hp:tc>"_s.arg(
                               clickHere(u"사유"_s, u"적는 곳"_s, u"4711"_s),
                               tableOf(1, 1, {namedCell(0, 0, u"안"_s, QString())}).replace(u"id=\"50\""_s, u"id=\"51\""_s));
    const QByteArray form = hwpx(tableOf(1, 2, {namedCell(0, 0, u"성명"_s, QString()) + nested}));

    const QByteArray after = filled(form, rowsOf(u"명단"_s, {{u"가"_s, u"1"_s}, {u"나"_s, u"2"_s}}, {u"성명"_s, u"사유"_s}));

    QCOMPARE(valueOf(after, u"사유"_s), u"1|2"_s);
    const Result<XmlOutline> outline = XmlOutline::of(partOf(after, section0));
    QStringList begins;
    QStringList ends;
    QStringList tables;
    for (int i = 0; i < outline->size(); ++i) {
        if (outline->is(i, "fieldBegin"))
            begins.append(outline->attribute(i, "id"));
        if (outline->is(i, "fieldEnd"))
            ends.append(outline->attribute(i, "beginIDRef"));
        if (outline->is(i, "tbl"))
            tables.append(outline->attribute(i, "id"));
    }
    QCOMPARE(begins.size(), 2);
    QCOMPARE(begins, ends);
    QVERIFY(begins[0] != begins[1]);
    QCOMPARE(tables.size(), 3);
    tables.removeDuplicates();
    QCOMPARE(tables.size(), 3);
}

void TestHwpxForms::refusesWhatCannotBeFilled_data()
{
    QTest::addColumn<FormFilling>("filling");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such field") << setting(u"없는 것"_s, {u"가"_s}) << u"fill.name"_s;
    QTest::newRow("a control character") << setting(u"수신"_s, {u"가\u0001"_s}) << u"fill.value"_s;
    QTest::newRow("an escape sequence") << setting(u"수신"_s, {u"\u001B[31m"_s}) << u"fill.value"_s;
    QTest::newRow("half a character") << setting(u"수신"_s, {u"가"_s + QChar(0xD800)}) << u"fill.value"_s;
    QTest::newRow("no character") << setting(u"수신"_s, {u"가\uFFFF"_s}) << u"fill.value"_s;
    QTest::newRow("a carriage return") << setting(u"수신"_s, {u"가\r나"_s}) << u"fill.value"_s;
    QTest::newRow("a cell that holds a table") << setting(u"틀"_s, {u"가"_s}) << u"fill.value"_s;
    QTest::newRow("a field without an end") << setting(u"열린"_s, {u"가"_s}) << u"fill.field"_s;
    QTest::newRow("rows of fields in two rows") << rowsOf(u"줄"_s, {{u"가"_s, u"나"_s}}, {u"1행"_s, u"2행"_s}) << u"fill.row"_s;
    QTest::newRow("rows of fields in no table") << rowsOf(u"줄"_s, {{u"가"_s}}, {u"수신"_s}) << u"fill.row"_s;
    QTest::newRow("rows of unknown fields") << rowsOf(u"줄"_s, {{u"가"_s}}, {u"3행"_s}) << u"fill.name"_s;
    QTest::newRow("no rows of nothing") << rowsOf(u"줄"_s, {}, {}) << u"fill.row"_s;
}

void TestHwpxForms::refusesWhatCannotBeFilled()
{
    QFETCH(const FormFilling, filling);
    QFETCH(const QString, code);
    const QString frame = u"<hp:tc name=\"틀\"><hp:subList>%1</hp:subList><hp:cellAddr colAddr=\"0\" rowAddr=\"0\"/></hp:tc>"_s.arg(
        tableOf(2, 1, {namedCell(0, 0, u"1행"_s, QString()), namedCell(1, 0, u"2행"_s, QString())}));
    const QByteArray form = hwpx(clickHere(u"수신"_s, u"받는 곳"_s) + p(tbl(1, 1, u"<hp:tr>"_s + frame + u"</hp:tr>"_s))
                                 + p(u"<hp:ctrl><hp:fieldBegin id=\"99\" type=\"CLICK_HERE\" name=\"열린\"/></hp:ctrl>"_s));

    const Error error = refusal(form, filling);

    QCOMPARE(error.code, code);
    QCOMPARE(error.kind, Error::Kind::Invalid);
    QVERIFY(error.text.startsWith(u"expected "_s) && error.text.contains(u" but "_s));
}

void TestHwpxForms::namesTheNearestFieldsFirst()
{
    const QByteArray form = hwpx(clickHere(u"주소"_s, u"1"_s) + clickHere(u"시행번호"_s, u"2"_s, u"8"_s) + clickHere(u"시행일"_s, u"3"_s, u"9"_s));

    const QString text = refusal(form, setting(u"시행번효"_s, {u"가"_s})).text;

    QVERIFY2(text.contains(u"no '시행번효'; it has '시행번호'"_s) && text.contains(u"'주소'"_s), qPrintable(text));
}

void TestHwpxForms::notesValuesLongerThanTheirCell()
{
    const QByteArray form = hwpx(tableOf(1, 1, {namedCell(0, 0, u"칸"_s, QString())})); // 40 pt wide, of 10 pt

    filled(form, setting(u"칸"_s, {u"가나다"_s}));
    QVERIFY(m_filled.diagnostics.isEmpty());

    filled(form, setting(u"칸"_s, {u"가나다라마바"_s}));
    QCOMPARE(m_filled.diagnostics.size(), 1);
    QCOMPARE(m_filled.diagnostics.first().code, u"fill.long"_s);
    QVERIFY(m_filled.diagnostics.first().text.contains(u"takes 2 lines where 1 fit"_s));
}

void TestHwpxForms::takesAValueOfAMegabyte()
{
    QString value; // as little packed as text is
    for (int i = 0; value.size() < 400'000; ++i)
        value += QChar(0xAC00 + i * 7919 % 11172);
    const QByteArray form = hwpx(clickHere(u"본문"_s, u"내용"_s));

    QCOMPARE(valueOf(filled(form, setting(u"본문"_s, {value})), u"본문"_s), value);

    QStringList lines;
    for (int i = 0; i < 20'000; ++i)
        lines.append(u"줄 %1"_s.arg(i));
    QCOMPARE(valueOf(filled(form, setting(u"본문"_s, lines)), u"본문"_s), lines.join(u'\n'));
}

void TestHwpxForms::refusesDamagedForms_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("code");
    const Parts parts = partsOf({clickHere(u"수신"_s, u"받는 곳"_s)});
    const auto with = [&](const QString &name, const QByteArray &bytes) {
        Parts changed = parts;
        changed.removeIf([&](const auto &one) { return one.first == name; });
        if (!bytes.isEmpty())
            changed.append({name, bytes});
        return zipOf(changed);
    };
    QTest::newRow("no zip") << QByteArray("PK\x03\x04") << u"zip.damaged"_s;
    QTest::newRow("truncated") << zipOf(parts).chopped(40) << u"zip.damaged"_s;
    QTest::newRow("no header") << with(u"Contents/header.xml"_s, {}) << u"hwpx.headerMissing"_s;
    QTest::newRow("no section") << with(section0, {}) << u"hwpx.partMissing"_s;
    QTest::newRow("broken section") << with(section0, "<hs:sec><hp:p></hs:sec>") << u"xml.malformed"_s;
    QTest::newRow("a document type") << with(section0, "<!DOCTYPE a [<!ENTITY b 'c'>]><hs:sec/>") << u"xml.dtd"_s;
    QTest::newRow("encrypted") << with(u"META-INF/manifest.xml"_s, "<manifest><file-entry><encryption-data/></file-entry></manifest>")
                               << u"hwpx.encrypted"_s;
    QTest::newRow("a section in UTF-16") << with(section0, QByteArray("\xFF\xFE<\0a\0/\0>\0", 10)) << u"xml.encoding"_s;
}

void TestHwpxForms::refusesDamagedForms()
{
    QFETCH(const QByteArray, form);
    QFETCH(const QString, code);

    const Error error = refusal(form, setting(u"수신"_s, {u"가"_s}));

    QCOMPARE(error.code, code);
    QCOMPARE(error.kind, Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(TestHwpxForms)
#include "tst_hwpx_forms.moc"
