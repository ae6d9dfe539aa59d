using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Mail;

/// <summary>
/// Sends what is due, at least once: looks more often after somebody has added a mail, and every five seconds in any case. Several mails are under way at once,
/// and none waits for another to end. What fails is tried again, later each time.
/// </summary>
internal sealed partial class MailSender(MailQueue queue, MailDelivery delivery, MailWake wake, MailFolder folder, ILogger<MailSender> logger)
    : BackgroundService
{
    /// <summary>Tries at most; with the growing pauses, about eight hours.</summary>
    internal const int MaxAttempts = 16;

    private const int AtATime = 4;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Sends one mail that is due now; false when there is none.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var mails = await queue.ClaimAsync(atMost: 1, cancellationToken);
        foreach (var mail in mails)
        {
            // There may be more, and this one may take its time.
            wake.Call();
            await SendAsync(mail, cancellationToken);
        }

        return mails.Count > 0;
    }

    /// <summary>The pause after a number of attempts: it doubles, and a random part of it keeps many from coming at once.</summary>
    internal static TimeSpan Pause(int attempts)
    {
        var most = Math.Min(FirstPause.TotalMilliseconds * Math.Pow(2, attempts - 1), LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)(most / 2), (int)most + 1));
    }

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        folder.Require();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (folder.Path is { } directory)
        {
            LogDirectory(directory);
        }

        await Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => SendAllAsync(stoppingToken)));
    }

    private async Task SendAllAsync(CancellationToken stoppingToken)
    {
        var pause = Soon;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await LookAsync(stoppingToken) || await wake.WaitAsync(pause, stoppingToken))
            {
                pause = Soon;
            }
            else
            {
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, AtLatest.Ticks));
            }
        }
    }

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RunOnceAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(exception);
            return false;
        }
    }

    private async Task SendAsync(QueuedMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.SendAsync(mail, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await FailAsync(mail, exception, cancellationToken);
            return;
        }

        // Sent is sent, also when the host stops now: who cancelled here would send it twice.
        await queue.CompleteAsync(mail, CancellationToken.None);
    }

    private async Task FailAsync(QueuedMail mail, Exception exception, CancellationToken cancellationToken)
    {
        var error = MailFailure.Describe(exception);
        // While the circuit is open nothing is tried, so nothing is spent either: an outage that is longer than the last pause must not end a mail.
        var isAttempt = !MailFailure.IsUntried(exception);
        if (isAttempt && (MailFailure.IsFinal(exception) || mail.Attempts >= MaxAttempts))
        {
            await queue.GiveUpAsync(mail, error, cancellationToken);
            LogGivenUp(mail.Template, mail.Id, mail.Attempts, error);
        }
        else
        {
            await queue.PostponeAsync(mail, Pause(mail.Attempts), error, isAttempt, cancellationToken);
            LogPostponed(mail.Template, mail.Id, mail.Attempts, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Email__Smtp__Host is not set: mails are written to {Directory} and go to nobody")]
    private partial void LogDirectory(string directory);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails that are due could not be looked for; the next attempt is in seconds")]
    private partial void LogFailure(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Template} {MailId} could not be sent (attempt {Attempt}): {Error}")]
    private partial void LogPostponed(string template, Guid mailId, int attempt, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Template} {MailId} is given up after {Attempts} attempts: {Error}")]
    private partial void LogGivenUp(string template, Guid mailId, int attempts, string error);
}
