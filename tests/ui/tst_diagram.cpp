// The diagram of a process: read from its file, marked with a run, reached by the keyboard, named for a screen reader.
#include "ui/diagram_node.h"
#include "ui/diagram_view.h"

#include <QScrollBar>
#include <QAccessible>
#include <QFile>
#include <QTest>

using namespace naru;
using namespace naru::ui;

namespace {

// Start, a fork, two tasks; no picture.
const QByteArray withoutPicture =
    "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='d' targetNamespace='urn:t'><process id='P'>"
    "<startEvent id='s' name='시작'/><exclusiveGateway id='g'/><userTask id='a' name='가'/><serviceTask id='b' name='나'/>"
    "<sequenceFlow id='f1' sourceRef='s' targetRef='g'/><sequenceFlow id='f2' sourceRef='g' targetRef='a'/>"
    "<sequenceFlow id='f3' sourceRef='g' targetRef='b'/></process></definitions>";

} // namespace

class TestDiagram : public QObject {
    Q_OBJECT

    Diagram m_order;
    qsizetype m_nodes = 0;
    qsizetype m_flows = 0;

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(qEnvironmentVariable("NARU_SOURCE") + u"/robots/personnel-order/personnel-order.bpmn"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("needs NARU_SOURCE");
        const auto model = bpmn::readModel(file.readAll());
        QVERIFY(model);
        m_order = readDiagram(*model);
        m_nodes = model->all(bpmn::Kind::FlowNode).size();
        m_flows = model->all(bpmn::Kind::SequenceFlow).size();
    }

    void pictureOfTheFileIsKept()
    {
        const DiagramShape *review = m_order.shape(u"Review"_s);

        QVERIFY(review);
        QCOMPARE(review->bounds, QRectF(550, 284, 120, 72));
        QCOMPARE(review->name, u"발령 검토"_s);
        QCOMPARE(m_order.shape(u"Unreadable"_s)->trigger, u"error"_s);
        QCOMPARE(m_order.shapes.size(), m_nodes);
        QCOMPARE(m_order.edges.size(), m_flows);
        QVERIFY(m_order.bounds.contains(review->bounds));
    }

    void modelWithoutAPictureIsLaidOutFromLeftToRight()
    {
        const auto model = bpmn::readModel(withoutPicture);
        QVERIFY(model);

        const Diagram diagram = readDiagram(*model);

        QCOMPARE(diagram.shapes.size(), 4);
        QCOMPARE(diagram.edges.size(), 3);
        const auto middle = [&diagram](const QString &id) { return diagram.shape(id)->bounds.center(); };
        QVERIFY(middle(u"s"_s).x() < middle(u"g"_s).x());
        QVERIFY(middle(u"g"_s).x() < middle(u"a"_s).x());
        QVERIFY(!diagram.shape(u"a"_s)->bounds.intersects(diagram.shape(u"b"_s)->bounds));
    }

    void arrowsWalkAlongTheFlows_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("arrow");
        QTest::addColumn<QString>("to");
        QTest::newRow("on") << u"Received"_s << int(Qt::Key_Right) << u"Plan"_s;
        QTest::newRow("back") << u"Decide"_s << int(Qt::Key_Left) << u"Plan"_s;
        QTest::newRow("below") << u"Plan"_s << int(Qt::Key_Down) << u"Unreadable"_s;
        QTest::newRow("above") << u"Review"_s << int(Qt::Key_Up) << u"ApprovalHow"_s;
        QTest::newRow("back along a flow, though another node is nearer") << u"ClarifiedHow"_s << int(Qt::Key_Right) << u"Plan"_s;
        QTest::newRow("nothing further") << u"Done"_s << int(Qt::Key_Right) << u"Done"_s;
        QTest::newRow("nothing before") << u"Received"_s << int(Qt::Key_Left) << u"Received"_s;
    }

    void arrowsWalkAlongTheFlows()
    {
        QFETCH(const QString, from);
        QFETCH(const int, arrow);
        QFETCH(const QString, to);

        QCOMPARE(m_order.neighbour(from, Qt::Key(arrow)), to);
    }

    void everyNodeIsReachedAndNamed()
    {
        Theme theme;
        DiagramView view(theme);
        view.resize(900, 400);
        view.setDiagram(m_order);
        DiagramMarks marks;
        marks.nodes[u"Review"_s] = {NodeState::Waiting, 0, 0};
        marks.nodes[u"Plan"_s] = {NodeState::Done, 2, 0};
        view.setMarks(marks);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));

        for (DiagramNode *node : view.nodes()) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(node);
            QVERIFY(face && face->role() == QAccessible::Button);
            QVERIFY(!face->text(QAccessible::Name).isEmpty());
            QVERIFY(node->focusPolicy() & Qt::TabFocus);
        }
        QCOMPARE(view.node(u"Review"_s)->accessibleName(), u"발령 검토, "_s + wordOf(bpmn::Kind::UserTask) + u", "_s + wordOf(NodeState::Waiting));
        QVERIFY(view.node(u"Plan"_s)->accessibleName().contains(u'2'));

        view.node(u"Received"_s)->setFocus();
        QTest::keyClick(view.node(u"Received"_s), Qt::Key_Right);
        QVERIFY(view.node(u"Plan"_s)->hasFocus());
        QTest::keyClick(view.node(u"Plan"_s), Qt::Key_Tab);
        QVERIFY(!view.node(u"Plan"_s)->hasFocus());
    }

    void zoomKeepsThePlacesAndFitShowsAll()
    {
        Theme theme;
        DiagramView view(theme);
        view.resize(900, 400);
        view.setDiagram(m_order);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.fit();
        for (const DiagramNode *node : view.nodes())
            QVERIFY2(view.viewport()->rect().contains(QRect(node->mapTo(view.viewport(), QPoint(0, 0)), node->size())), qPrintable(node->shape().element));
        const double before = view.zoom();
        const int width = view.node(u"Review"_s)->width();

        view.zoomIn();
        QVERIFY(view.zoom() > before);
        QVERIFY(view.node(u"Review"_s)->width() > width);

        view.fit();
        QCOMPARE(view.zoom(), before);
    }

    void namesAreReadableAndWhereItStandsIsInSight_data()
    {
        QTest::addColumn<int>("scale");
        QTest::newRow("100 %") << 100;
        QTest::newRow("200 %") << 200;
    }

    void namesAreReadableAndWhereItStandsIsInSight()
    {
        QFETCH(const int, scale);
        Theme theme;
        theme.setLook({ThemeName::Light, Density::Normal, scale});
        DiagramView view(theme);
        view.resize(420, 240);
        view.setDiagram(m_order);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        DiagramMarks marks;
        marks.nodes[u"Report"_s].state = NodeState::Waiting; // far to the right

        view.setMarks(marks);

        QVERIFY(13 * view.zoom() >= 11 * scale / 100.0);
        const DiagramNode *node = view.node(u"Report"_s);
        QVERIFY(view.viewport()->rect().intersects(QRect(node->mapTo(view.viewport(), QPoint(0, 0)), node->size())));
        QVERIFY(view.horizontalScrollBar()->value() > 0);
    }

    void stateIsSeenInEveryTheme_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(ThemeName::Light);
        QTest::newRow("dark") << int(ThemeName::Dark);
        QTest::newRow("high contrast") << int(ThemeName::HighContrast);
    }

    // Each state has its icon and its colour: two states never look alike.
    void stateIsSeenInEveryTheme()
    {
        QFETCH(const int, theme);
        Theme look;
        look.setLook({ThemeName(theme), Density::Normal, 100});
        QList<QImage> seen;
        for (const NodeState state : {NodeState::Idle, NodeState::Done, NodeState::Active, NodeState::Waiting, NodeState::Incident}) {
            DiagramNode node(look, *m_order.shape(u"Review"_s), nullptr);
            node.setMark({state, 1, 0});
            const QImage picture = node.grab().toImage();
            QVERIFY(!seen.contains(picture));
            seen.append(picture);
        }
    }
};

QTEST_MAIN(TestDiagram)
#include "tst_diagram.moc"
