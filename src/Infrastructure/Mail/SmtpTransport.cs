using System.Net;
using System.Net.Mail;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Hands mails to the mail server. One that keeps failing is left alone for a while.</summary>
internal sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The queue tries again; a retry in here would only make the same mail arrive twice more often.
    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } exception && !MailFailure.IsAboutOneMail(exception)),
            FailureRatio = 0.5,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromMinutes(1),
            BreakDuration = TimeSpan.FromSeconds(30),
        })
        .AddTimeout(new TimeoutStrategyOptions { Timeout = Patience })
        .Build();

    /// <inheritdoc />
    public async Task SendAsync(QueuedMail mail, MailMessage message, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async token =>
        {
            using var client = new SmtpClient(settings.Host, settings.Port)
            {
                EnableSsl = settings.Security == SmtpSecurity.StartTls,
                Credentials = settings.Username is null ? null : new NetworkCredential(settings.Username, settings.Password),
                DeliveryFormat = SmtpDeliveryFormat.International,
            };
            await client.SendMailAsync(message, token);
        }, cancellationToken);
}
