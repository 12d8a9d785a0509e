// Pages as a scanner makes them, from texts that the test knows: drawn at 600 dpi, laid askew, blurred, lit unevenly,
// stamped, and packed as JPEG. The same seed gives the same page.
#pragma once

#include <QBuffer>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <random>

namespace naru::test {

using namespace Qt::StringLiterals;

constexpr double drawnDpi = 600;

// How bad a scan is.
struct Quality {
    const char *name = "clean";
    double skew = 0; // degrees
    double blur = 0; // pixels of the scan
    double noise = 0; // of 255
    double light = 0; // how much darker one corner is, 0–1
    int specks = 0; // per square inch
    int jpeg = 95;
    bool seal = false;
    int turns = 0; // quarter turns clockwise
};

inline Quality cleanScan()
{
    return {};
}
inline Quality officeScan()
{
    return {"office", 0.7, 0.3, 8, 0, 0, 60};
}
inline Quality poorScan()
{
    return {"poor", 1.6, 0.7, 18, 0.25, 3, 35};
}

using Chance = std::mt19937;

inline int below(Chance &chance, int limit)
{
    return int(chance() % unsigned(limit));
}

inline QImage blankSheet(double widthMm = 210, double heightMm = 297)
{
    QImage sheet(int(widthMm / 25.4 * drawnDpi), int(heightMm / 25.4 * drawnDpi), QImage::Format_RGB32);
    sheet.setDotsPerMeterX(int(std::lround(drawnDpi / 0.0254)));
    sheet.setDotsPerMeterY(int(std::lround(drawnDpi / 0.0254)));
    sheet.fill(Qt::white);
    return sheet;
}

inline double dots(double points)
{
    return points * drawnDpi / 72;
}

inline QFont letters(const QString &family, double points)
{
    QFont font(family);
    font.setPixelSize(int(std::lround(dots(points))));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// A round seal of 18 mm over whatever stands there.
inline void stamp(QImage &sheet, QPointF middle)
{
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    const QColor red(215, 45, 40);
    const double size = 18 / 25.4 * drawnDpi;
    painter.setPen(QPen(red, size / 18));
    painter.drawEllipse(middle, size / 2, size / 2);
    painter.setFont(letters(u"NanumMyeongjo"_s, 14));
    painter.drawText(QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size), Qt::AlignCenter, u"시장\n의인"_s);
}

inline void blur(QImage &grey, double sigma)
{
    const int reach = std::max(1, int(std::ceil(2.5 * sigma)));
    std::vector<double> weights;
    double sum = 0;
    for (int i = -reach; i <= reach; ++i)
        sum += weights.emplace_back(std::exp(-i * i / (2 * sigma * sigma)));
    const auto pass = [&](const QImage &from, bool across) {
        QImage to = from.copy();
        for (int y = 0; y < from.height(); ++y) {
            uchar *line = to.scanLine(y);
            for (int x = 0; x < from.width() * 4; ++x) {
                double value = 0;
                for (int i = -reach; i <= reach; ++i) {
                    const int atX = across ? std::clamp(x + 4 * i, x % 4, from.width() * 4 - 4 + x % 4) : x;
                    const int atY = across ? y : std::clamp(y + i, 0, from.height() - 1);
                    value += weights[size_t(i + reach)] * from.constScanLine(atY)[atX];
                }
                line[x] = uchar(std::clamp(value / sum, 0.0, 255.0));
            }
        }
        return to;
    };
    grey = pass(pass(grey, true), false);
}

inline void wear(QImage &scan, const Quality &quality, Chance &chance)
{
    std::normal_distribution<double> noise(0, std::max(0.01, quality.noise));
    constexpr double ink = 35; // nothing that is scanned is black
    for (int y = 0; y < scan.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(scan.scanLine(y));
        for (int x = 0; x < scan.width(); ++x) {
            const double shade =
                1 - quality.light * (double(x) / scan.width() + double(y) / scan.height()) / 2;
            const double grain = quality.noise > 0 ? noise(chance) : 0;
            const auto worn = [&](int value) {
                return int(std::clamp((ink + value * (250 - ink) / 255) * shade + grain, 0.0, 255.0));
            };
            line[x] = qRgb(worn(qRed(line[x])), worn(qGreen(line[x])), worn(qBlue(line[x])));
        }
    }
}

inline void sprinkle(QImage &scan, const Quality &quality, double dpi, Chance &chance)
{
    const int count = int(quality.specks * scan.width() * scan.height() / dpi / dpi);
    QPainter painter(&scan);
    for (int i = 0; i < count; ++i) {
        const int size = 1 + below(chance, 2);
        painter.fillRect(below(chance, scan.width()), below(chance, scan.height()), size, size, QColor(70, 70, 70));
    }
}

// What a scanner makes of the sheet.
inline QImage scanned(QImage sheet, double dpi, const Quality &quality, unsigned seed)
{
    Chance chance(seed);
    if (quality.seal)
        stamp(sheet, QPointF(sheet.width() * 0.55, sheet.height() * 0.4));
    const QSize size(int(sheet.width() * dpi / drawnDpi), int(sheet.height() * dpi / drawnDpi));
    if (quality.skew != 0) {
        QImage askew(sheet.size(), QImage::Format_RGB32);
        askew.fill(Qt::white);
        QPainter painter(&askew);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(sheet.width() / 2.0, sheet.height() / 2.0);
        painter.rotate(quality.skew);
        painter.drawImage(QPointF(-sheet.width() / 2.0, -sheet.height() / 2.0), sheet);
        painter.end();
        sheet = askew;
    }
    QImage scan = sheet.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    if (quality.blur > 0)
        blur(scan, quality.blur);
    wear(scan, quality, chance);
    sprinkle(scan, quality, dpi, chance);
    if (quality.turns != 0)
        scan = scan.transformed(QTransform().rotate(90.0 * quality.turns));
    QByteArray packed;
    QBuffer buffer(&packed);
    scan.save(&buffer, "JPEG", quality.jpeg);
    scan = QImage::fromData(packed, "JPEG").convertToFormat(QImage::Format_RGB32);
    scan.setDotsPerMeterX(int(std::lround(dpi / 0.0254)));
    scan.setDotsPerMeterY(int(std::lround(dpi / 0.0254)));
    return scan;
}

inline QByteArray packed(const QImage &scan, const char *format = "PNG", int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    scan.save(&buffer, format, quality);
    return bytes;
}

// ---- what stands on the sheets

inline QString oneOf(Chance &chance, const QStringList &words)
{
    return words[below(chance, int(words.size()))];
}

inline QString someName(Chance &chance)
{
    static const QStringList families{u"김"_s, u"이"_s, u"박"_s, u"최"_s, u"정"_s, u"강"_s, u"조"_s, u"윤"_s,
                                      u"장"_s, u"임"_s, u"한"_s, u"오"_s, u"서"_s, u"신"_s, u"권"_s, u"황"_s};
    static const QString given = u"민서지우현수영은주진성경혜준호미선아연정희윤재동하나태유림원찬상철기용"_s;
    return oneOf(chance, families) + given[below(chance, int(given.size()))] + given[below(chance, int(given.size()))];
}

inline QString someUnit(Chance &chance)
{
    static const QStringList units{u"감사관"_s,       u"홍보담당관"_s,   u"기획예산과"_s,   u"세정과"_s,     u"징수과"_s,
                                   u"회계과"_s,       u"복지정책과"_s,   u"노인장애인과"_s, u"여성가족과"_s, u"아동보육과"_s,
                                   u"문화예술과"_s,   u"체육진흥과"_s,   u"관광과"_s,       u"일자리경제과"_s,
                                   u"기업지원과"_s,   u"농업정책과"_s,   u"축산과"_s,       u"산림녹지과"_s, u"환경보호과"_s,
                                   u"자원순환과"_s,   u"도시계획과"_s,   u"건축허가과"_s,   u"주택과"_s,     u"도로과"_s,
                                   u"교통행정과"_s,   u"차량등록사업소"_s, u"보건행정과"_s, u"감염병관리과"_s,
                                   u"평생학습과"_s,   u"시립도서관"_s,   u"의회사무국"_s,   u"맑은물사업본부"_s};
    return oneOf(chance, units);
}

inline QString someGrade(Chance &chance)
{
    static const QStringList grades{u"지방행정서기관"_s, u"지방행정사무관"_s, u"지방행정주사"_s,     u"지방행정주사보"_s,
                                    u"지방행정서기"_s,   u"지방행정서기보"_s, u"지방시설주사"_s,     u"지방시설주사보"_s,
                                    u"지방사회복지주사"_s, u"지방세무주사보"_s, u"지방전산주사"_s,   u"지방농업주사보"_s,
                                    u"지방환경서기"_s,   u"지방보건주사보"_s, u"지방간호주사보"_s,   u"지방공업서기"_s,
                                    u"지방녹지주사"_s,   u"지방사서주사보"_s};
    return oneOf(chance, grades);
}

// A table with what its cells say, by row and column; covered positions are null.
struct DrawnTable {
    QImage sheet;
    QList<QStringList> texts;
};

// People and a head: number, unit, grade, name, number of the person, phrase, remark; four remarks are one cell.
inline DrawnTable tableSheet(const QString &family, unsigned seed, double points = 10, int people = 28)
{
    Chance chance(seed);
    DrawnTable table{blankSheet(), {{u"연번"_s, u"현 소속"_s, u"직급"_s, u"성명"_s, u"사번"_s, u"발령사항"_s, u"비고"_s}}};
    for (int row = 1; row <= people; ++row)
        table.texts.append({QString::number(row), someUnit(chance), someGrade(chance), someName(chance),
                            QString::number(20040000 + below(chance, 200'000)),
                            someUnit(chance) + (below(chance, 3) ? u" 근무를 명함"_s : u" 팀장에 보함"_s),
                            below(chance, 2) ? u"2026. %1. %2."_s.arg(1 + below(chance, 12)).arg(1 + below(chance, 28))
                                             : QString()});
    const int merged = 8; // first of four rows
    table.texts[merged][6] = u"결원 보충"_s;
    for (int row = merged + 1; row < merged + 4; ++row)
        table.texts[row][6] = QString();
    const QList<double> columns{30, 60, 150, 245, 298, 358, 478, 562};
    const double rowHeight = 23;
    const double top = 70;
    QPainter painter(&table.sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(letters(family, points));
    painter.setPen(QPen(Qt::black, dots(0.5)));
    const auto bottomOf = [&](qsizetype row) { return top + rowHeight * double(row + 1); };
    for (qsizetype row = 0; row < table.texts.size(); ++row)
        for (qsizetype column = 0; column < 7; ++column) {
            const bool isCovered = column == 6 && row > merged && row < merged + 4;
            const bool isTall = column == 6 && row == merged;
            if (isCovered)
                continue;
            const QRectF cell(QPointF(dots(columns[column]), dots(top + rowHeight * double(row))),
                              QPointF(dots(columns[column + 1]), dots(bottomOf(isTall ? row + 3 : row))));
            painter.drawRect(cell);
            painter.drawText(cell, Qt::AlignCenter, table.texts[row][column]);
        }
    return table;
}

struct DrawnText {
    QImage sheet;
    QStringList lines;
};

// A page of running text.
inline DrawnText textSheet(const QString &family, unsigned seed, double points = 11)
{
    static const QStringList words =
        u"시장은 소속 공무원의 보직관리 기준을 정하여 운영하되, 전문성을 높이고 업무의 계속성을 지키도록 노력하여야 한다. "
        u"인사위원회는 승진 후보자 명부에 따라 심의하고 그 결과를 임용권자에게 제출한다. 다만 결원이 생긴 날부터 15일 이내에 "
        u"충원하지 못하는 경우에는 그 사유를 밝혀 다시 요청할 수 있다. 기록물은 생산한 부서에서 2년 동안 보존한 뒤 이관하며, "
        u"보존 기간이 10년 이상인 문서는 전자 매체로 옮긴다. 예산의 집행은 회계연도 독립의 원칙을 따르고, 계약 금액이 "
        u"5,000,000원 이하일 때는 견적을 생략할 수 있다. 민원은 접수한 날부터 7일 안에 처리하고 늦어지면 알려야 한다."_s.split(u' ');
    Chance chance(seed);
    DrawnText text{blankSheet(), {}};
    QPainter painter(&text.sheet);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const QFont font = letters(family, points);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const double width = dots(595 - 2 * 70);
    for (int row = 0; row < 38; ++row) {
        QString line;
        for (qsizetype at = below(chance, int(words.size()));; at = (at + 1) % words.size()) {
            const QString longer = line + (line.isEmpty() ? QString() : u" "_s) + words[at];
            if (metrics.horizontalAdvance(longer) > width)
                break;
            line = longer;
        }
        text.lines.append(line);
        painter.drawText(QPointF(dots(70), dots(80 + 18 * row)), line);
    }
    return text;
}

// ---- how well it was read

inline QString solid(QString text)
{
    static const QRegularExpression space(u"\\s"_s);
    return text.remove(space);
}

inline qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t k = 0; k < row.size(); ++k)
        row[k] = qsizetype(k);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype corner = row[0];
        row[0] = i;
        for (qsizetype k = 1; k <= b.size(); ++k) {
            const qsizetype above = row[size_t(k)];
            row[size_t(k)] = std::min({above + 1, row[size_t(k - 1)] + 1, corner + (a[i - 1] == b[k - 1] ? 0 : 1)});
            corner = above;
        }
    }
    return row.back();
}

// The fonts of the machine that the offices use or that are like them.
inline QStringList scanFonts()
{
    QStringList fonts;
    const QStringList installed = QFontDatabase::families();
    for (const QString &one : {u"NanumMyeongjo"_s, u"NanumGothic"_s, u"Noto Serif CJK KR"_s, u"Noto Sans CJK KR"_s,
                               u"NanumBarunGothic"_s, u"UnBatang"_s, u"UnDotum"_s, u"Baekmuk Batang"_s, u"Baekmuk Gulim"_s})
        if (installed.contains(one))
            fonts.append(one);
    return fonts;
}

} // namespace naru::test
