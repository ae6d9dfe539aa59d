using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Hands mails to the mail server, each in a connection and a time of its own. A server that keeps failing is left alone for a while.</summary>
/// <param name="settings">The server.</param>
/// <param name="clock">The time.</param>
/// <param name="trust">Whose certificate is good; null: what this machine trusts.</param>
internal sealed class SmtpTransport(SmtpSettings settings, TimeProvider clock, RemoteCertificateValidationCallback? trust = null) : IMailTransport
{
    /// <summary>How long one mail may take.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The queue tries again; a retry in here would only make the same mail arrive twice more often.
    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
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

    private SecureSocketOptions Protection => settings.Security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.ImplicitTls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => throw new InvalidOperationException($"{settings.Security} is no protection."),
    };

    /// <inheritdoc />
    public async Task SendAsync(QueuedMail mail, MimeMessage message, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(static async (state, token) => await state.Transport.SendOnceAsync(state.Message, token), (Transport: this, Message: message), cancellationToken);

    private async Task SendOnceAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        // Looking up revocations leaves the machine by plain HTTP, and fails where a private authority publishes none.
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = trust };
        await client.ConnectAsync(settings.Host, settings.Port, Protection, cancellationToken);
        if (settings is { Username: { } username, Password: { } password })
        {
            await client.AuthenticateAsync(username, password, cancellationToken);
        }

        UseSmtpUtf8WhereNeeded(client, message);
        await client.SendAsync(MailFormat.Of(message), message, cancellationToken);
        await SayGoodbyeAsync(client, cancellationToken);
    }

    // RFC 6531, sections 3.2 and 3.4: an address that needs the extension is not given to a server without it, and nothing else asks for it. MailKit would do both.
    private static void UseSmtpUtf8WhereNeeded(SmtpClient client, MimeMessage message)
    {
        if (!MailFormat.NeedsSmtpUtf8(message))
        {
            client.Capabilities &= ~SmtpCapabilities.UTF8;
        }
        else if (!client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            throw new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, SmtpStatusCode.MailboxNameNotAllowed, "The mail server does not offer SMTPUTF8.");
        }
    }

    // The server has the mail by now: what goes wrong from here on must not have it sent again.
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or MailKit.CommandException or MailKit.ProtocolException)
        {
            // Disposing closes the connection.
        }
    }
}
