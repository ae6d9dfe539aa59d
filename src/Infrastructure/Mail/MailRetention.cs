using System.Globalization;
using System.Text.RegularExpressions;
using CleanApi.Infrastructure.Persistence;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Deletes what is left of mails after its time. What was sent by a mail server left nothing.</summary>
internal sealed partial class MailRetention(DbContextLease lease, EmailSettings settings, TimeProvider clock)
{
    /// <summary>Deletes what is due.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = lease.Rent(new SystemCallerContext());
        var failedBefore = now - settings.KeepFailed;
        await db.Set<QueuedMail>().Where(mail => mail.FailedAt < failedBefore).DeleteInBatchesAsync(mail => mail.FailedAt, cancellationToken);
        // A row that has been used since it was found has a place to count again, and stays.
        var countedBefore = now - MailLimits.Window;
        await db.Set<MailRecipient>().Where(recipient => recipient.LastAt < countedBefore).DeleteInBatchesAsync(recipient => recipient.LastAt, cancellationToken);
        DeleteFiles(now - settings.KeepFiles, cancellationToken);
    }

    // Files of ours only, by the time in their name: somebody may keep other things there.
    private void DeleteFiles(DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (settings.Smtp is not null || !Directory.Exists(settings.Directory))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(settings.Directory, "*.eml"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Name().Match(Path.GetFileName(file)) is { Success: true } name && TimeOf(name.Groups["time"].Value) < before)
            {
                File.Delete(file);
            }
        }
    }

    private static DateTimeOffset TimeOf(string text) =>
        DateTimeOffset.TryParseExact(text, DirectoryTransport.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.MaxValue;

    [GeneratedRegex("^(?<time>[0-9]{8}T[0-9]{9}Z)-[0-9a-f]{32}\\.eml$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
