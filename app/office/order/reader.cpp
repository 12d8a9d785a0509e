#include "office/order/reader.h"

#include "core/hangul.h"
#include "core/korean_text.h"
#include "core/text_flow.h"
#include "office/order/grades.h"
#include "office/order/line_builder.h"
#include "office/order/line_shapes.h"
#include "office/order/proofreading.h"
#include "office/order/side_by_side.h"
#include "office/order/table_rows.h"

#include <QRegularExpression>

namespace naru::office {

namespace {

class Walk {
public:
    Walk(const Words &words, ReadOrder &order)
        : m_words(words)
        , m_scanned(scanned(words))
        , m_proofreader(m_scanned)
        , m_order(order)
    {
    }

    // The first pass finds the day and the number of the order, wherever they stand.
    void survey(const QList<Block> &blocks)
    {
        QDate labelled, marked, bare;
        surveyBlocks(blocks, labelled, marked, bare);
        const QDate said = m_said.isValid() ? m_said : marked;
        m_order.date = labelled.isValid() ? labelled : said.isValid() ? said : bare;
    }

    void read(const QList<Block> &blocks)
    {
        const TextFlow flow(blocks);
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const auto *paragraph = std::get_if<Paragraph>(&blocks[i]);
            if (!paragraph) {
                readTable(*std::get<std::shared_ptr<Table>>(blocks[i]));
                continue;
            }
            Paragraph whole = *paragraph;
            while (i + 1 < blocks.size() && isWrapped(whole, blocks[i + 1], flow)) {
                const Paragraph &next = std::get<Paragraph>(blocks[++i]);
                whole.text += u' ' + next.text;
                whole.place.box = whole.place.box->united(*next.place.box);
            }
            readParagraph(whole);
        }
    }

    void finish() { flushForm(); }

private:
    static Words scanned(Words words)
    {
        words.isScanned = true;
        return words;
    }

    const Words &wordsFor(const Provenance &place) const
    {
        return place.method == Provenance::Method::Ocr ? m_scanned : m_words;
    }

    // Pages have lines, not paragraphs: a line of a bulletin that reaches the margin goes on in the next one, unless that is
    // a line of its own.
    static bool isWrapped(const Paragraph &line, const Block &block, const TextFlow &flow)
    {
        const auto *next = std::get_if<Paragraph>(&block);
        if (!next || !TextFlow::isRightBelow(line.place, next->place) || arrow().match(next->text).hasMatch()
            || label().match(next->text).hasMatch())
            return false;
        const bool isOpen = line.text.count(u'(') > line.text.count(u')');
        const bool isItem = withoutBullet(line.text) != line.text;
        if (!arrow().match(line.text).hasMatch() && !(isItem && (isOpen || next->text.startsWith(u'('))))
            return false;
        const bool isOwnLine = isFiller(next->text)
            || (!isOpen && (withoutBullet(next->text) != next->text || !kindOfHeading(next->text).isEmpty()));
        const bool isRemark = next->text.startsWith(u'('); // "(2026. 7. 29. ~ …)" belongs to what stands before
        return !isOwnLine && (isRemark || flow.reachesMargin(line.place));
    }

    void surveyBlocks(const QList<Block> &blocks, QDate &labelled, QDate &marked, QDate &bare)
    {
        for (const Block &block : blocks) {
            if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
                for (const QString &line : plainText(paragraph->text).split(u'\n'))
                    surveyLine(line, labelled, marked, bare);
                continue;
            }
            const auto &table = std::get<std::shared_ptr<Table>>(block);
            const TableGrid grid(*table);
            const Heads heads = findHeads(*table, grid, 0);
            for (const Cell &cell : table->cells) {
                // The rows of an order order; only what stands above the head, or across, speaks of the whole.
                if (heads.rows > 0 && cell.row >= heads.firstRow && cell.columnSpan < table->columns)
                    continue;
                // The lines of a scan's cell are where it was too narrow.
                const bool isScanned = cell.place.method == Provenance::Method::Ocr;
                const QString said = isScanned ? withPlainDates(oneLine(cell.text)) : plainText(cell.text);
                for (const QString &line : said.split(u'\n'))
                    surveyLine(line, labelled, marked, bare);
                surveyBlocks(cell.blocks, labelled, marked, bare);
            }
        }
    }

    void surveyLine(const QString &line, QDate &labelled, QDate &marked, QDate &bare)
    {
        static const QRegularExpression number(u"제?\\s*([0-9]{4}\\s*-\\s*[0-9]+)\\s*호"_s);
        if (const auto match = number.match(line); match.hasMatch() && m_order.number.isEmpty())
            m_order.number = u"제"_s + QString(match.captured(1)).remove(u' ') + u"호"_s;
        const QString plain = normalizeForMatch(line);
        if (m_order.title.isEmpty() && plain.contains(u"발령") && plain.size() <= 60)
            m_order.title = oneLine(line);
        const QList<FoundDate> dates = findKoreanDates(line);
        if (dates.isEmpty() || dates.first().weekdayDiffers)
            return;
        const FoundDate &first = dates.first();
        static const QRegularExpression day(u"(?:발령|임용|시행)(?:연월|년월)?일"_s);
        const QStringView after = QStringView(line).mid(first.offset + first.length).trimmed();
        // "관련: 인사발령 계획(2026. 11. 18.)" names another document; "2026. 12. 1.자" is a day of this one.
        static const QRegularExpression other(u"^(?:[0-9]{1,2}\\.|[가-하]\\.)?(?:관련|근거|참조)"_s);
        if (other.match(plain).hasMatch())
            return;
        const bool isOrderText = (hasVerb(line) && !ordersAll(line, after)) || arrow().match(line).hasMatch();
        if (!labelled.isValid() && day.match(plain).hasMatch())
            labelled = first.date;
        else if (!m_said.isValid() && !isOrderText && after.startsWith(u'자'))
            m_said = first.date;
        else if (!marked.isValid() && !isOrderText
                 && (after.startsWith(u'자') || after.startsWith(u"부") || plain.contains(u"발령")))
            marked = first.date;
        else if (dates.size() == 1 && !isOrderText && plain.size() <= 24 && !plain.contains(u'~'))
            bare = first.date;
    }

    // "2026. 12. 3.자로 시보임용을 해제하고 정규 공무원으로 임용함": of everybody, where no name stands.
    bool ordersAll(const QString &line, QStringView afterDay) const
    {
        static const QRegularExpression amends(u"정\\s*정|취\\s*소|발령\\s*중"_s);
        return (afterDay.startsWith(u"자로") || afterDay.startsWith(u"부로")) && !amends.match(line).hasMatch()
            && readWho(withoutBullet(line), m_words).name.isEmpty();
    }

    // ---- running text

    void readParagraph(const Paragraph &paragraph)
    {
        QString open; // a line whose bracket closes on the next
        for (const QString &part : plainText(paragraph.text).split(u'\n')) {
            const QString line = open.isEmpty() ? part : open + u' ' + part.trimmed();
            const bool isOpen = line.count(u'(') > line.count(u')') && line.size() < 200;
            open = isOpen ? line : QString();
            if (!isOpen && !oneLine(line).isEmpty() && !isFiller(line))
                readLine(line, paragraph.place);
        }
        if (!open.isEmpty())
            readLine(open, paragraph.place);
    }

    void readLine(const QString &line, const Provenance &place)
    {
        if (place.method != Provenance::Method::Ocr)
            return readText(line, place);
        m_asRead = line;
        readText(m_proofreader.line(line), place);
        m_asRead.clear();
    }

    // What stands in the document.
    QString asRead(const QString &line) const { return oneLine(m_asRead.isEmpty() ? line : m_asRead); }

    void readText(const QString &line, const Provenance &place)
    {
        if (isTitle(line))
            beginNotice();
        if (readDay(line) || readForm(withColons(line), place))
            return;
        if (readNewspaper(line, place) || readBulletin(line, place))
            return;
        if ((hasVerb(line) || isWaitingFor(line)) && continueForm(line, place))
            return;
        // On a scan a lost space can hide the name: the arrow still says that somebody goes somewhere.
        const bool isArrowed = place.method == Provenance::Method::Ocr && !m_sectionKind.isEmpty()
            && line.contains(u'→');
        if (!isArrowed && (readHeading(line) || readCertificateName(line, place)))
            return;
        if (isArrowed || (hasVerb(line) && !readWho(withoutBullet(line), wordsFor(place)).name.isEmpty()))
            addDoubtful(line, place);
    }

    // "인사발령 통지서(제2026-15호)", "임 용 장": another notice begins.
    static bool isTitle(const QString &line)
    {
        static const QRegularExpression title(u"^[<〈《\\[「]?(?:인사)?(?:발령|임용)(?:통지서|통지|장|서|문|알림)"_s);
        return title.match(normalizeForMatch(line)).hasMatch();
    }

    // What an earlier notice was about says nothing about the next.
    void beginNotice()
    {
        flushForm();
        if (m_lastWasForm)
            m_sectionKind.clear();
    }

    // A form that lacks its phrase, and a line that is one without a verb: "의원면직", "정년퇴직".
    bool isWaitingFor(const QString &line) const
    {
        if (!m_form.contains(Column::Name) || !m_form.value(Column::Phrase).isEmpty() || withoutBullet(line) != line)
            return false;
        const QList<Act> acts = readPhrase(line);
        return !acts.isEmpty() && !acts.first().isBare && acts.first().isUnderstood;
    }

    // The day alone, below the text of a letter of appointment.
    bool readDay(const QString &line)
    {
        static const QRegularExpression tail(u"\\s*자?\\s*$"_s);
        const std::optional<QDate> day = parseKoreanDate(QString(line).remove(tail));
        if (!day || !m_form.contains(Column::Name) || !m_form.contains(Column::Phrase) || m_form.contains(Column::Date))
            return false;
        // "…를 명함(2026. 8. 17.자)" says its own day: the one below is that of the paper.
        const QList<Act> acts = readPhrase(m_form.value(Column::Phrase));
        if (std::none_of(acts.cbegin(), acts.cend(), [](const Act &act) { return act.day.isValid(); }))
            m_form[Column::Date] = oneLine(line);
        return true;
    }

    // "소속: 정보화담당관  직급: 지방전산서기관  성명: 홍 길 동"
    bool readForm(const QString &line, const Provenance &place)
    {
        QRegularExpressionMatchIterator all = label().globalMatch(line);
        QList<std::pair<Column, QString>> found;
        qsizetype valueFrom = 0;
        while (all.hasNext()) {
            const QRegularExpressionMatch match = all.next();
            // "파견을 명함(기간: 2026. 7. 1. ~ …)" is no field of a form.
            const QStringView before = QStringView(line).left(match.capturedStart());
            if (before.count(u'(') > before.count(u')'))
                continue;
            if (!found.isEmpty())
                found.last().second = line.mid(valueFrom, match.capturedStart() - valueFrom).trimmed();
            found.append({columnOf({match.captured(1)}), {}});
            valueFrom = match.capturedEnd();
        }
        if (found.isEmpty())
            return false;
        found.last().second = line.mid(valueFrom).trimmed();
        if (found.size() > 1 && found.first().second.isEmpty())
            return false; // a head: "소속: 직급: 성명:"
        for (const auto &field : std::as_const(found))
            setFormField(field.first, field.second, place, line);
        return true;
    }

    void setFormField(Column column, QString value, const Provenance &place, const QString &line)
    {
        if (column == Column::Date && m_form.isEmpty()) {
            const QList<FoundDate> dates = findKoreanDates(value);
            if (!dates.isEmpty() && !dates.first().weekdayDiffers) {
                m_runningDate = dates.first().date;
                return;
            }
        }
        if (column == Column::Unknown || column == Column::Ignored)
            return;
        const bool startsNext = m_form.contains(column) && column != Column::Phrase;
        if (startsNext || (m_form.contains(Column::Phrase) && m_form.contains(Column::Name)
                           && (column == Column::Name || column == Column::FromUnit)))
            flushForm();
        while (value.endsWith(u',') || value.endsWith(u'|'))
            value.chop(1);
        if (place.method == Provenance::Method::Ocr)
            value = m_proofreader.cell(value, column);
        m_form[column] = value.trimmed();
        noteFormLine(line, place);
        noteFigures(column, value, place);
    }

    // Days and periods are known to nobody but the line that says them.
    void noteFigures(Column column, const QString &value, const Provenance &place)
    {
        if (column != Column::Name && column != Column::EmpNo && hasDigit(value))
            m_formUnconfirmed = std::min(m_formUnconfirmed, place.confidence);
    }

    void noteFormLine(const QString &line, const Provenance &place)
    {
        if (!m_formText.contains(asRead(line)))
            m_formText.append(asRead(line));
        if (m_formText.size() == 1)
            m_formPlace = place;
        else
            m_formPlace.confidence = std::min(m_formPlace.confidence, place.confidence);
        if (m_formPlace.box && place.box && m_formPlace.page == place.page)
            m_formPlace.box = m_formPlace.box->united(*place.box);
    }

    bool continueForm(const QString &line, const Provenance &place)
    {
        if (!m_form.contains(Column::Name))
            return false;
        static const QRegularExpression lead(u"^\\s*(?:위와\\s*같이|이와\\s*같이|위\\s*(?:의\\s*)?(?:사람|자)(?:을|를|은|는)?)\\s*,?\\s*"_s);
        const QString said = m_form.value(Column::Phrase);
        const QString more = oneLine(QString(line).remove(lead));
        if (!said.isEmpty() && lead.match(line).hasMatch())
            return true; // "위와 같이 명함" adds nothing
        m_form[Column::Phrase] = said.isEmpty() ? more : said + u' ' + more;
        noteFormLine(line, place);
        noteFigures(Column::Phrase, more, place);
        return true;
    }

    // A letter of appointment: the grade and the name on a line of their own, what is ordered below.
    bool readCertificateName(const QString &line, const Provenance &place)
    {
        QString rest;
        const Who who = readWho(withoutBullet(line), wordsFor(place), &rest);
        if (who.name.isEmpty() || who.grade.isEmpty() || !rest.isEmpty() || oneLine(line).size() > 40)
            return false;
        flushForm();
        m_form[Column::Name] = who.hanja.isEmpty() ? who.name : who.name + u'(' + who.hanja + u')';
        m_form[Column::Grade] = who.grade;
        if (!who.unit.isEmpty())
            m_form[Column::FromUnit] = who.unit;
        noteFormLine(line, place);
        return true;
    }

    void flushForm()
    {
        const bool isOrder = m_form.contains(Column::Name)
            && (m_form.contains(Column::Phrase) || m_form.contains(Column::ToUnit) || m_form.contains(Column::Kind));
        if (isOrder)
            append(linesOf(m_form, around(), m_formPlace, m_formText.join(u" | "_s), wordsFor(m_formPlace)), m_formUnconfirmed);
        if (!m_form.isEmpty())
            m_lastWasForm = isOrder;
        m_form.clear();
        m_formText.clear();
        m_formUnconfirmed = 1;
    }

    // "정보화담당관 지방행정주사 이민수 → 재정관리담당관 근무를 명함"
    bool readBulletin(const QString &line, const Provenance &place)
    {
        const QString text = withoutBullet(line);
        QString left, right;
        Who who;
        if (const auto match = arrow().match(text); match.hasMatch()) {
            left = text.left(match.capturedStart());
            right = text.mid(match.capturedEnd());
            if (readSeveral(left, right, line, place))
                return true;
            QString rest;
            who = readWho(left, wordsFor(place), &rest);
            static const QRegularExpression colon(u"^\\s*[:：]\\s*"_s);
            rest.remove(colon);
            if (!rest.isEmpty() && who.unit.isEmpty())
                who.unit = rest; // "이민수 정보화담당관 → …"
        } else if (const qsizetype colon = colonOf(text); colon > 0 && !m_sectionKind.isEmpty()) {
            // "이민수(총무과, 6급) : 지방행정사무관 승진": the grade behind the colon is not the present one.
            QString rest;
            who = readWho(text.left(colon), wordsFor(place), &rest);
            right = text.mid(colon + 1).trimmed();
            if (!rest.isEmpty())
                return false;
        } else {
            who = readWho(text, wordsFor(place), &right);
            static const QRegularExpression lead(u"^\\s*[:：,\\-–]\\s*"_s);
            const bool hasColon = lead.match(right).hasMatch();
            right.remove(lead);
            if (!hasVerb(right) && !(hasColon && !m_sectionKind.isEmpty()) && !isListed(line, who, right))
                return false;
            if (right.isEmpty() || right.startsWith(u'('))
                right = m_sectionKind + right;
        }
        if (who.name.isEmpty() || right.isEmpty())
            return false;
        flushForm();
        appendBulletin(who, right, line, place);
        return true;
    }

    // "□ 퇴직(2명)" above "· 자원순환과 지방행정주사 김병준 (의원면직)": the heading orders, the line says for whom.
    bool isListed(const QString &line, const Who &who, const QString &rest) const
    {
        static const QRegularExpression bracket(u"^\\((.*)\\)$"_s);
        const QRegularExpressionMatch match = bracket.match(rest.trimmed());
        const bool isTold = rest.isEmpty() || !kindOfHeading(match.captured(1)).isEmpty()
            || findPeriod(match.captured(1)) || !findKoreanDates(match.captured(1)).isEmpty();
        const KindTraits *traits = traitsOf(m_sectionKind);
        return traits && !traits->needsTarget && isTold && withoutBullet(line) != line && colonOf(line) < 0
            && !line.trimmed().startsWith(u'※') && !who.grade.isEmpty()
            && m_words.names.contains(normalizeForMatch(who.name))
            && m_words.units.contains(normalizeForMatch(who.unit.section(u' ', -1)));
    }

    // The first colon outside brackets, or -1.
    static qsizetype colonOf(const QString &text)
    {
        int depth = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
            if (depth == 0 && (text[i] == u':' || text[i] == u'：'))
                return i;
        }
        return -1;
    }

    // "지방환경서기 황서림, 지방세무서기 김준태 → 교통정책과"
    bool readSeveral(const QString &left, const QString &right, const QString &line, const Provenance &place)
    {
        static const QRegularExpression comma(u"\\s*[,、]\\s*(?![^()]*\\))"_s);
        const QStringList parts = left.split(comma, Qt::SkipEmptyParts);
        if (parts.size() < 2)
            return false;
        QList<Who> people;
        for (const QString &part : parts) {
            people.append(readWho(part, wordsFor(place)));
            if (people.last().name.isEmpty())
                return false;
        }
        flushForm();
        for (Who &who : people) {
            if (who.grade.isEmpty())
                who.grade = people.first().grade;
            if (who.unit.isEmpty())
                who.unit = people.first().unit;
            appendBulletin(who, right, line, place);
        }
        return true;
    }

    void appendBulletin(const Who &who, const QString &phrase, const QString &line, const Provenance &place)
    {
        Fields fields;
        fields[Column::Name] = who.hanja.isEmpty() ? who.name : who.name + u'(' + who.hanja + u')';
        fields[Column::EmpNo] = who.empNo;
        fields[Column::Grade] = who.grade;
        fields[Column::FromUnit] = who.unit;
        fields[Column::Phrase] = phrase;
        Surroundings here = around();
        here.isTwoSided = true;
        // "… → 생활보장과 - 공항항만과 지방행정주사보 정윤란 : 질병휴직": two lines that stand side by side.
        const Who other = readWho(phrase, m_words);
        here.isDoubtful = !other.grade.isEmpty() && other.name != who.name
            && m_words.names.contains(normalizeForMatch(other.name));
        append(linesOf(fields, here, place, asRead(line), wordsFor(place)), hasDigit(phrase) ? place.confidence : 1);
    }

    // "◇ 전보 ▲총무과장 김하나 ▲정보화담당관 이민수"
    bool readNewspaper(const QString &line, const Provenance &place)
    {
        static const QRegularExpression mark(u"[▲△▷]\\s*"_s);
        if (!line.contains(mark) || arrow().match(line).hasMatch() || hasVerb(line))
            return false;
        QStringList items = line.split(mark, Qt::SkipEmptyParts);
        if (!line.trimmed().startsWith(u'▲') && !line.trimmed().startsWith(u'△') && !items.isEmpty())
            readHeading(items.takeFirst());
        bool found = false;
        static const QRegularExpression shape(u"^(.+?)\\s+([가-힣]{2,4})(?:\\s*\\(([^)]*)\\))?$"_s);
        for (const QString &item : std::as_const(items)) {
            const QRegularExpressionMatch match = shape.match(unspaced(oneLine(item)));
            if (!match.hasMatch() || m_sectionKind.isEmpty())
                continue;
            Fields fields;
            fields[Column::Name] = match.captured(2);
            fields[Column::Phrase] = match.captured(1) + u"에 보함"_s;
            fields[parseGrade(match.captured(3)) ? Column::Grade : Column::FromUnit] = match.captured(3);
            append(linesOf(fields, around(), place, m_asRead.isEmpty() ? oneLine(item) : asRead(item), wordsFor(place)));
            found = true;
        }
        return found;
    }

    // "○ 승진(5명)", "2026. 8. 1.자 전보"
    bool readHeading(const QString &line)
    {
        const QString text = oneLine(withoutBullet(line));
        if (text.size() > 60 || hasVerb(text))
            return false;
        const QString kind = kindOfHeading(text);
        const QList<FoundDate> dates = findKoreanDates(text);
        const bool isDay = dates.size() == 1 && !dates.first().weekdayDiffers
            && QStringView(text).mid(dates.first().offset + dates.first().length).trimmed().startsWith(u'자');
        if (kind.isEmpty() && !isDay) {
            // A title of another section ends the one before: "○ 승진 및 전보".
            static const QRegularExpression others(u"^(?:행정|협조|유의|참고|기타)사항|^문의|^붙임"_s);
            if (kindWords(text) > 1 || others.match(normalizeForMatch(text)).hasMatch())
                m_sectionKind.clear();
            return false;
        }
        flushForm();
        if (!kind.isEmpty())
            m_sectionKind = kind;
        if (isDay)
            m_runningDate = dates.first().date;
        return true;
    }

    static int kindWords(const QString &text)
    {
        int count = 0;
        for (const QString &kind : {u"승진"_s, u"전보"_s, u"전직"_s, u"파견"_s, u"휴직"_s, u"퇴직"_s, u"임용"_s})
            count += text.contains(kind);
        return count;
    }

    // An order without a name that anybody could read: a person must look.
    void addDoubtful(const QString &line, const Provenance &place)
    {
        Fields fields;
        fields[Column::Phrase] = line;
        append(linesOf(fields, around(), place, asRead(line), wordsFor(place)));
    }

    // ---- tables

    void readTable(const Table &whole)
    {
        const QList<Table> parts = sideBySide(whole);
        if (parts.size() < 2) {
            readOneTable(whole);
            return;
        }
        for (const Table &part : parts)
            readOneTable(part);
    }

    void readOneTable(const Table &given)
    {
        flushForm();
        const bool isScanned = given.detection == Table::Detection::OcrLattice;
        const Table table = isScanned ? m_proofreader.heads(given) : given;
        const TableGrid grid(table);
        Heads heads = findHeads(table, grid, 0);
        const bool continues = heads.rows == 0 && m_lastColumns == table.columns && m_lastHeads.rows > 0
            && !beginsWithLabel(table);
        if (heads.rows == 0 && !continues) {
            inferColumns(table, grid, m_words, heads);
            // The rest of a table whose columns were lost is not passed over: its lines ask for their place.
            const bool isRest = m_lastHeads.rows > 0 && heads.has(Column::Grade);
            const bool isOrder = heads.has(Column::Name)
                && (heads.has(Column::Phrase) || heads.has(Column::ToUnit) || isRest);
            heads.saysPresent = isRest;
            if (!isOrder) {
                readLoose(table, grid);
                return;
            }
        }
        if (continues) {
            heads = m_lastHeads;
            heads.firstRow = 0;
            heads.rows = 0;
        } else {
            inferColumns(table, grid, m_words, heads);
            if (isScanned && hasUnreadHead(table, grid, heads))
                heads.isDoubtful = true;
            for (int row = 0; row < heads.firstRow; ++row)
                readSpanningRow(table, grid, row);
            m_lastHeads = heads;
            m_lastColumns = table.columns;
        }
        m_lastFields.clear();
        for (int row = heads.firstRow + heads.rows; row < table.rows; ++row) {
            if (!isLateHead(table, grid, heads, row)) {
                readRow(table, grid, heads, row);
                continue;
            }
            const Heads next = findHeads(table, grid, row);
            row += next.rows - 1;
            if (isScanned)
                continue; // the same head once more, and not as well read
            heads = next;
            inferColumns(table, grid, m_words, heads);
            m_lastHeads = heads;
            m_lastFields.clear();
        }
    }

    // "소속 | 총무과": a form of its own, not the rows of the table before.
    static bool beginsWithLabel(const Table &table)
    {
        const QString text = table.cells.isEmpty() ? QString() : table.cells.first().text;
        return text.size() <= 12 && kindOfHeading(text).isEmpty() && columnOf({text}) != Column::Unknown;
    }

    // A table that lays out: rows of labels and values ("소속 | 총무과 | 직급 | 지방행정주사") are a form, the rest is text.
    void readLoose(const Table &table, const TableGrid &grid)
    {
        for (int row = 0; row < table.rows; ++row) {
            const QList<const Cell *> cells = filledCells(table, grid, row);
            if (cells.size() > 1 && readLabels(cells))
                continue;
            for (const Cell *cell : cells) {
                if (!cell->blocks.isEmpty())
                    read(cell->blocks);
                else
                    readParagraph({cell->text, {}, cell->place});
            }
        }
    }

    bool readLabels(const QList<const Cell *> &cells)
    {
        bool found = false;
        for (qsizetype i = 0; i + 1 < cells.size(); ++i) {
            const Column own = cells[i]->text.size() <= 12 ? columnOf({cells[i]->text}) : Column::Unknown;
            if (own == Column::Unknown)
                continue;
            ++i;
            setFormField(own, cells[i]->text, cells[i]->place, cells[i]->text);
            found = true;
        }
        return found;
    }

    // A cell over the whole width: a heading, a filler, or a line of text. Returns whether the row was one.
    bool readSpanningRow(const Table &table, const TableGrid &grid, int row)
    {
        QList<const Cell *> filled;
        const Cell *last = nullptr;
        for (int column = 0; column < table.columns; ++column) {
            const Cell *cell = grid.at(row, column);
            if (cell && cell != last && !oneLine(cell->text).isEmpty())
                filled.append(cell);
            last = cell;
        }
        if (filled.isEmpty())
            return true;
        if (filled.size() > 1)
            return false;
        const Cell &cell = *filled.first();
        if (isFiller(cell.text))
            return true;
        // A narrow cell alone is a heading on the left ("승진"); elsewhere it orders a second thing for the same person.
        const bool isNarrow = cell.columnSpan * 2 < table.columns;
        if (isNarrow && (cell.column > 1 || hasVerb(cell.text) || kindOfHeading(cell.text).isEmpty()))
            return false;
        readParagraph({cell.text, {}, cell.place});
        return true;
    }

    void readRow(const Table &table, const TableGrid &grid, const Heads &heads, int row)
    {
        if (readSpanningRow(table, grid, row))
            return;
        if (heads.rows > 0 && repeatsHead(grid, heads, row))
            return;
        Fields fields;
        QStringList texts;
        Provenance place;
        collect(grid, heads, row, fields, texts, place);
        const Confidence unconfirmed = leastUnconfirmed(grid, heads, row);
        if (texts.isEmpty() || isFiller(texts.first()) || isFiller(texts.join(QString())))
            return;
        const bool isScanned = place.method == Provenance::Method::Ocr;
        const QStringList doubts = isScanned ? proofread(fields) : QStringList();
        const bool isUnnamed = fields.value(Column::Name).trimmed().isEmpty();
        inherit(fields);
        const bool saysNobody = fields.value(Column::Name).trimmed().isEmpty()
            && fields.value(Column::Phrase).trimmed().isEmpty() && fields.value(Column::EmpNo).trimmed().isEmpty();
        if (saysNobody && !(isScanned && ordersSomething(fields)))
            return;
        Surroundings here = around();
        // Two grades, now and then, and one unit: the unit is that of now.
        here.isTwoSided = heads.has(Column::ToUnit) || heads.has(Column::Phrase)
            || heads.saysPresent || (heads.has(Column::Grade) && heads.has(Column::ToGrade));
        // Another place alone, without an order or a kind, may be that of another row, too.
        here.isDoubtful = heads.isDoubtful
            || (isUnnamed && fields.value(Column::Phrase).isEmpty() && fields.value(Column::Kind).isEmpty()
                && !fields.value(Column::Name).isEmpty());
        QList<ReadLine> lines = linesOf(fields, here, place, texts.join(u" | "_s), wordsFor(place));
        for (ReadLine &line : lines)
            for (const QString &doubt : doubts)
                if (!line.doubts.contains(doubt))
                    line.doubts.append(doubt);
        if (isScanned)
            for (ReadLine &line : lines)
                line.cells = cellsOf(grid, heads, row);
        append(std::move(lines), unconfirmed, confidenceOf(grid, heads, row, Column::Name));
        m_lastFields = fields;
    }

    // Puts right what closed lists know, and says what stays in doubt.
    QStringList proofread(Fields &fields) const
    {
        QStringList doubts;
        for (auto at = fields.begin(); at != fields.end(); ++at) {
            at.value() = m_proofreader.cell(at.value(), at.key());
            if (!m_proofreader.isUnderstood(at.value(), at.key()))
                doubts.append(at.key() == Column::EmpNo                                      ? u"name"_s
                              : at.key() == Column::Grade || at.key() == Column::ToGrade ? u"grade"_s
                                                                                         : u"phrase"_s);
        }
        return doubts;
    }

    // The head of a second table that was drawn into the first, or stands below it on the same sheet: its columns may
    // be others.
    static bool isLateHead(const Table &table, const TableGrid &grid, const Heads &heads, int row)
    {
        if (!isHeadRow(table, grid, row) || (heads.rows > 0 && repeatsHead(grid, heads, row)))
            return false;
        const Heads own = findHeads(table, grid, row);
        return own.rows > 0 && own.firstRow == row;
    }

    // A second row for the same person leaves the name blank.
    void inherit(Fields &fields) const
    {
        if (!fields.value(Column::Name).trimmed().isEmpty() || m_lastFields.isEmpty()
            || !fields.value(Column::EmpNo).trimmed().isEmpty())
            return;
        const bool orders = !fields.value(Column::Phrase).trimmed().isEmpty()
            || !fields.value(Column::ToUnit).trimmed().isEmpty();
        if (!orders)
            return;
        for (const Column column : {Column::Name, Column::EmpNo, Column::Grade, Column::FromUnit, Column::FromBody,
                                    Column::FromTeam, Column::FromPost, Column::Hanja, Column::Date, Column::Series})
            if (fields.value(column).trimmed().isEmpty() && m_lastFields.contains(column))
                fields[column] = m_lastFields.value(column);
    }

    // How surely the least sure of those cells was read that say what only the document knows. A day that the row above
    // says too is confirmed by it.
    Confidence leastUnconfirmed(const TableGrid &grid, const Heads &heads, int row) const
    {
        static const QSet<Column> plain{Column::Date,     Column::Period,  Column::PeriodFrom,
                                        Column::PeriodTo, Column::Outside, Column::ToPost};
        Confidence least = 1;
        for (int column = 0; column < heads.columns.size(); ++column) {
            const Column own = heads.columns[column];
            const Cell *cell = grid.at(row, column);
            // A remark may say the kind: one that says nothing known may be a kind that was misread.
            const bool isOpenRemark = cell && own == Column::Remark && kindOfHeading(cell->text).isEmpty();
            if (!cell || !(plain.contains(own) || isOpenRemark || (own == Column::Phrase && hasDigit(cell->text))))
                continue;
            const bool isRepeated = own == Column::Date && !cell->text.isEmpty()
                && normalizeForMatch(cell->text) == normalizeForMatch(m_lastFields.value(Column::Date));
            if (!isRepeated)
                least = std::min(least, cell->place.confidence);
        }
        return least;
    }

    // ---- what holds around a line

    Surroundings around() const { return {m_sectionKind, m_runningDate.isValid() ? m_runningDate : m_order.date, false}; }

    void append(QList<ReadLine> lines, Confidence unconfirmed = -1, Confidence named = -1)
    {
        for (ReadLine &line : lines) {
            line.named = named >= 0 ? named : line.place.confidence;
            line.unconfirmed = unconfirmed >= 0 ? unconfirmed : hasDigit(line.text) ? line.place.confidence : 1;
            m_order.lines.append(std::move(line));
        }
    }

    const Words &m_words;
    const Words m_scanned;
    const Proofreader m_proofreader;
    ReadOrder &m_order;
    QString m_asRead; // the line of a scan before it was put right
    QDate m_said; // the first "…자" of the document
    QString m_sectionKind;
    bool m_lastWasForm = false;
    QDate m_runningDate;
    Fields m_form;
    QStringList m_formText;
    Provenance m_formPlace;
    Confidence m_formUnconfirmed = 1;
    Heads m_lastHeads;
    int m_lastColumns = 0;
    Fields m_lastFields;
};

} // namespace

ReadOrder readOrder(const Document &document, const Words &words)
{
    ReadOrder order;
    Walk walk(words, order);
    walk.survey(document.body);
    walk.read(document.body);
    walk.finish();
    return order;
}

} // namespace naru::office
