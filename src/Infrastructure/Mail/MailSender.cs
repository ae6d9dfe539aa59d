using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Sends what is due, at least once.</summary>
internal sealed partial class MailSender(MailQueue queue, MailDelivery delivery, MailFolder folder, QueueMeter meter, ILogger<MailSender> logger)
    : QueueWorker<QueuedMail>(queue, Retries, meter, logger)
{
    /// <summary>Tries at most; with the growing pauses, about eight hours.</summary>
    internal const int MaxAttempts = 16;

    /// <summary>When a mail is tried again.</summary>
    internal static readonly RetryPolicy Retries = new(MaxAttempts, TimeSpan.FromSeconds(20), TimeSpan.FromHours(2));

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        folder.Require();
        if (folder.Path is { } directory)
        {
            LogDirectory(directory);
        }

        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override Task HandleAsync(QueuedMail item, CancellationToken cancellationToken) => delivery.SendAsync(item, cancellationToken);

    /// <inheritdoc />
    protected override Verdict Judge(Exception exception) =>
        MailFailure.IsUntried(exception) ? Verdict.NotTried : MailFailure.IsFinal(exception) ? Verdict.Final : Verdict.Retry;

    /// <inheritdoc />
    protected override string Describe(Exception exception) => MailFailure.Describe(exception);

    /// <inheritdoc />
    protected override string NameOf(QueuedMail item) => $"Mail {item.Template}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Email__Smtp__Host is not set: mails are written to {Directory} and go to nobody")]
    private partial void LogDirectory(string directory);
}
