using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Deletes what is left of mails, once an hour.</summary>
internal sealed class MailHousekeeping(MailRetention retention, TimeProvider clock, ILogger<MailHousekeeping> logger)
    : PeriodicJob(TimeSpan.FromHours(1), clock, logger)
{
    /// <inheritdoc />
    internal override Task RunOnceAsync(CancellationToken cancellationToken) => retention.ApplyAsync(cancellationToken);
}
