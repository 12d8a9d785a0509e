// The pages of a document as pictures, with the boxes of what was recognised on them.
#pragma once

#include "ui/pages/document_outline.h"
#include "ui/pages/panel.h"
#include "ui/shell.h"

#include <QCache>
#include <QImage>
#include <QSet>

class QToolButton;

namespace naru::ui {

class DocumentReading;
class ElidedLabel;
class PageStrip;

class PagePane : public Panel {
    Q_OBJECT
public:
    explicit PagePane(Shell &shell, QWidget *parent = nullptr);

    // Both are shared with the workers that read and draw. The page that is shown stays where the document is the same.
    void setDocument(const std::shared_ptr<DocumentReading> &reading, const QList<naru::Page> &pages,
                     const std::shared_ptr<const DocumentOutline> &outline);
    void showPage(int page);
    // Goes to the page of the place and marks its box; `words` are what stands there, for a screen reader.
    void showPlace(const Provenance &place, const QString &words);
    PageView *view() const { return m_view; }
    PageStrip *strip() const { return m_strip; }
    int page() const { return m_page; }
    QList<QAction *> tools() const { return m_actions; }

Q_SIGNALS:
    void markChosen(const naru::ui::PlacedMark &mark);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *addTool(const QString &icon, const QString &text, const QString &keys, std::function<void()> act);
    void addTools();
    void turn(int pages);
    void draw(int page);
    void present(const QImage &image);
    void showMarks();
    void showPosition();

    Shell &m_shell;
    PageStrip *m_strip;
    PageView *m_view;
    ElidedLabel *m_position;
    QList<QAction *> m_actions;
    QAction *m_before = nullptr;
    QAction *m_after = nullptr;
    QAction *m_boxes = nullptr;
    std::shared_ptr<DocumentReading> m_reading;
    std::shared_ptr<const DocumentOutline> m_outline;
    QList<naru::Page> m_pages;
    QCache<int, QImage> m_images; // by page
    QSet<int> m_drawing; // pages that a worker draws
    int m_page = 0;
    Provenance m_place;
    QString m_words;
};

} // namespace naru::ui
