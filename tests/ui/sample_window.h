// A window on a sample office in its small size, for the tests of what a person does with it.
#pragma once

#include "run/language.h"
#include "run/session.h"
#include "ui/main_window.h"
#include "ui/works.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

namespace naru::test {

class SampleWindow {
public:
    SampleWindow()
    {
        run::speak(*qApp, u"ko"_s);
        run::Session::SampleOptions options;
        options.isSample = true;
        options.size = u"small"_s;
        const auto created = run::Session::create(m_folder.filePath(u"office.naru"_s), options);
        if (created)
            m_documents = created->documents;
        auto opened = run::Session::open({m_folder.filePath(u"office.naru"_s), {}, day});
        if (opened)
            session = std::move(*opened);
        theme.apply(*qApp);
    }
    ~SampleWindow() { close(); }

    void open()
    {
        ui::WindowStart start;
        start.session = session.get();
        start.today = start.asOf = day;
        window = std::make_unique<ui::MainWindow>(theme, start);
        window->show();
    }
    void close()
    {
        window.reset();
        QThreadPool::globalInstance()->waitForDone();
    }
    bool settled() const { return window->works().isIdle(); }

    template <typename T>
    T *page(const QString &id)
    {
        window->openPage(id);
        return static_cast<T *>(window->page(id));
    }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString sample(const QString &pattern) const
    {
        const QStringList files = QDir(m_documents).entryList({pattern}, QDir::Files, QDir::Name);
        return files.isEmpty() ? QString() : m_documents + u'/' + files.first();
    }
    // The key goes to whatever has the focus, as on a keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QApplication::setActiveWindow(window.get()); // a dialog or a popup may have had it
        QWidget *target = window->focusWidget() ? window->focusWidget() : window.get();
        QTest::keyClick(target, key, modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar one : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(one), Qt::NoModifier);
    }
    // The file dialog that is open: the name is typed and Enter pressed.
    bool answerFileDialog(const QString &path)
    {
        auto *dialog = window->findChild<QFileDialog *>();
        if (!dialog)
            return false;
        auto *field = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        field->setText(path);
        QTest::keyClick(field, Qt::Key_Return);
        return true;
    }

    const QDate day{2026, 7, 20};
    ui::Theme theme;
    std::unique_ptr<run::Session> session;
    std::unique_ptr<ui::MainWindow> window;

private:
    QTemporaryDir m_folder;
    QString m_documents;
};

} // namespace naru::test
