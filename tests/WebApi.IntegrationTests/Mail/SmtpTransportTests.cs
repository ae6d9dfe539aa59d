using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CleanApi.Infrastructure.Mail;
using CleanApi.WebApi.IntegrationTests.Http;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>The way to the mail server is protected, or not taken; what one mail meets is not held against the server.</summary>
public sealed class SmtpTransportTests : IDisposable
{
    private static readonly QueuedMail Mail = QueuedMail.Create(Guid.CreateVersion7(), "invitation", [1], DateTimeOffset.UnixEpoch);

    private readonly X509Certificate2 certificate = TestCertificate.Create();
    private readonly FakeTimeProvider clock = new();

    public void Dispose() => certificate.Dispose();

    [Theory]
    [InlineData(nameof(SmtpSecurity.ImplicitTls))]
    [InlineData(nameof(SmtpSecurity.StartTls))]
    [InlineData(nameof(SmtpSecurity.None))]
    public async Task It_signs_in_and_hands_over_under_the_protection_that_is_set(string security)
    {
        await using var server = new SmtpServer(Enum.Parse<SmtpSecurity>(security), certificate);

        await SendAsync(Transport(server, Enum.Parse<SmtpSecurity>(security), Trust));

        server.Messages.Should().ContainSingle().Which.Should().Contain("Subject: Hello");
        server.Commands.Count(command => command == "STARTTLS").Should().Be(security == nameof(SmtpSecurity.StartTls) ? 1 : 0);
        var star = security == nameof(SmtpSecurity.None) ? "" : "*";
        var password = Convert.ToBase64String(Encoding.UTF8.GetBytes("\0cleanapi\0s3cret"));
        server.Commands.Where(command => !command.StartsWith("EHLO", StringComparison.Ordinal) && command != "STARTTLS").Should().Equal(
            [.. star.Length > 0 ? ["*EHLO"] : Array.Empty<string>(), $"{star}AUTH PLAIN {password}", $"{star}MAIL FROM:<no-reply@cleanapi.test>", $"{star}RCPT TO:<ada@mail.test>", $"{star}DATA", $"{star}QUIT"],
            (actual, expected) => expected == "*EHLO" ? actual.StartsWith("*EHLO", StringComparison.Ordinal) : actual == expected);
    }

    [Fact]
    public async Task A_server_that_offers_no_tls_gets_neither_mail_nor_password()
    {
        await using var server = new SmtpServer();

        await Transport(server, SmtpSecurity.StartTls).Invoking(transport => SendAsync(transport)).Should().ThrowAsync<NotSupportedException>();

        server.Commands.Should().NotBeEmpty().And.OnlyContain(command => command.StartsWith("EHLO", StringComparison.Ordinal) || command == "QUIT");
    }

    [Theory]
    [InlineData(nameof(SmtpSecurity.ImplicitTls))]
    [InlineData(nameof(SmtpSecurity.StartTls))]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_neither(string security)
    {
        await using var server = new SmtpServer(Enum.Parse<SmtpSecurity>(security), certificate);

        var sending = Transport(server, Enum.Parse<SmtpSecurity>(security)).Invoking(transport => SendAsync(transport));

        await sending.Should().ThrowAsync<Exception>().Where(exception => MailFailure.Describe(exception).StartsWith("SslHandshakeException"));
        server.Commands.Should().NotContain(command => command.Contains("AUTH", StringComparison.Ordinal) || command.Contains("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_in_ascii_asks_for_no_extension()
    {
        await using var server = new SmtpServer { Extensions = ["SMTPUTF8", "8BITMIME"] };

        await SendAsync(Transport(server));

        server.Commands.Should().Contain("MAIL FROM:<no-reply@cleanapi.test>");
    }

    [Theory]
    [InlineData("8BITMIME", "MAIL FROM:<no-reply@cleanapi.test> BODY=8BITMIME", "Grüße")]
    [InlineData("PIPELINING", "MAIL FROM:<no-reply@cleanapi.test>", "Gr=C3=BC=C3=9Fe")]
    public async Task Eight_bits_are_sent_to_a_server_that_takes_them_only(string extension, string command, string text)
    {
        await using var server = new SmtpServer { Extensions = [extension] };

        await SendAsync(Transport(server), text: "Grüße, and some more text in ASCII");

        server.Commands.Should().Contain(command);
        server.Messages.Should().ContainSingle().Which.Should().Contain(text);
    }

    [Fact]
    public async Task An_address_that_needs_smtputf8_goes_to_a_server_that_knows_it()
    {
        await using var server = new SmtpServer { Extensions = ["SMTPUTF8", "8BITMIME"] };

        await SendAsync(Transport(server), "zoë@mail.test");

        server.Commands.Should().Contain("MAIL FROM:<no-reply@cleanapi.test> SMTPUTF8").And.Contain("RCPT TO:<zoë@mail.test>");
        server.Messages.Should().ContainSingle().Which.Should().Contain("To: zoë@mail.test");
    }

    [Fact]
    public async Task An_address_that_the_server_cannot_take_fails_alone_and_at_once()
    {
        await using var server = new SmtpServer();
        var transport = Transport(server);
        for (var i = 0; i < 10; i++)
        {
            var refused = await transport.Invoking(one => SendAsync(one, $"zoë{i}@mail.test")).Should().ThrowAsync<SmtpCommandException>();
            refused.Which.Should().Match<Exception>(exception => MailFailure.IsFinal(exception));
        }

        await SendAsync(transport);

        server.Commands.Where(command => command.StartsWith("RCPT", StringComparison.Ordinal)).Should().Equal("RCPT TO:<ada@mail.test>");
    }

    [Theory]
    [InlineData("550 No such mailbox", "250 Taken")]
    [InlineData("451 Try later", "250 Taken")]
    [InlineData("250 Fine", "554 Looks like spam")]
    public async Task A_refusal_of_a_mail_never_counts_for_the_server(string recipient, string message)
    {
        await using var server = new SmtpServer { Recipient = _ => recipient, Message = message };
        var transport = Transport(server);
        for (var i = 0; i < 10; i++)
        {
            await transport.Invoking(one => SendAsync(one)).Should().ThrowAsync<SmtpCommandException>();
        }

        (server.Recipient, server.Message) = (_ => "250 Fine", "250 Taken");
        await SendAsync(transport);

        server.Messages.Should().HaveCount(message[0] == '2' ? 1 : 11);
    }

    [Fact]
    public async Task A_server_that_keeps_silent_is_waited_for_30_seconds()
    {
        await using var server = new SmtpServer { Recipient = _ => null };

        var sending = SendAsync(Transport(server));
        await Probe.UntilAsync("the recipient is told", () => server.Commands.Any(command => command.StartsWith("RCPT", StringComparison.Ordinal)));
        clock.Advance(TimeSpan.FromSeconds(29));
        sending.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<TimeoutRejectedException>();
    }

    [Fact]
    public async Task A_server_that_is_down_is_left_alone_after_five_failures_and_asked_again_half_a_minute_later()
    {
        int port;
        await using (var server = new SmtpServer())
        {
            port = server.Port;
        }

        var transport = new SmtpTransport(new SmtpSettings("127.0.0.1", port, SmtpSecurity.None, null, null), clock);
        for (var i = 0; i < 5; i++)
        {
            await transport.Invoking(one => SendAsync(one)).Should().ThrowAsync<SocketException>();
        }

        (await transport.Invoking(one => SendAsync(one)).Should().ThrowAsync<BrokenCircuitException>()).Which.Should().Match<Exception>(exception => MailFailure.IsUntried(exception));
        clock.Advance(TimeSpan.FromSeconds(31));
        await transport.Invoking(one => SendAsync(one)).Should().ThrowAsync<SocketException>();
    }

    [Fact]
    public void What_is_logged_of_a_failure_holds_no_address()
    {
        MailFailure.Describe(new SmtpCommandException(
            SmtpErrorCode.RecipientNotAccepted, SmtpStatusCode.MailboxUnavailable, new MailboxAddress("", "ada@mail.test"), "no ada@mail.test here"))
            .Should().Be("RecipientNotAccepted 550");
        MailFailure.Describe(new MailKit.ServiceNotAuthenticatedException("ada@mail.test has to sign in")).Should().Be("ServiceNotAuthenticatedException");
    }

    private SmtpTransport Transport(SmtpServer server, SmtpSecurity security = SmtpSecurity.None, RemoteCertificateValidationCallback? trust = null) =>
        new(new SmtpSettings("127.0.0.1", server.Port, security, server.Extensions.Contains("AUTH PLAIN") ? "cleanapi" : null, "s3cret"), clock, trust);

    private bool Trust(object sender, X509Certificate? given, X509Chain? chain, SslPolicyErrors errors) => given?.GetCertHashString() == certificate.Thumbprint;

    private static async Task SendAsync(SmtpTransport transport, string to = "ada@mail.test", string text = "Hello")
    {
        using var message = new MimeMessage { Subject = "Hello", Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress("", "no-reply@cleanapi.test"));
        message.To.Add(new MailboxAddress("", to));
        await transport.SendAsync(Mail, message, CancellationToken.None);
    }
}
