using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CleanApi.Infrastructure.Mail;
using Polly.CircuitBreaker;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>The way to the mail server is protected, or not taken.</summary>
public sealed class SmtpTransportTests
{
    private static readonly QueuedMail Mail = QueuedMail.Create(Guid.CreateVersion7(), "invitation", [1], livemode: true, DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task A_server_that_offers_no_tls_gets_neither_mail_nor_password()
    {
        await using var server = new SmtpServer();

        var sending = () => SendAsync(Transport(server.Port, SmtpSecurity.StartTls));

        await sending.Should().ThrowAsync<SmtpException>();
        server.Commands.Should().OnlyContain(command => command.StartsWith("EHLO", StringComparison.Ordinal) || command == "QUIT");
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_neither()
    {
        using var certificate = SelfSigned();
        await using var server = new SmtpServer(certificate);

        var sending = () => SendAsync(Transport(server.Port, SmtpSecurity.StartTls));

        await sending.Should().ThrowAsync<Exception>().Where(exception => MailFailure.Describe(exception).Contains("AuthenticationException"));
        server.Commands.Should().Contain("STARTTLS").And.NotContain(command => command.StartsWith('*'));
    }

    [Fact]
    public async Task Under_tls_it_signs_in_and_hands_over()
    {
        using var certificate = SelfSigned();
        await using var server = new SmtpServer(certificate);
        using var trust = new TrustedCertificate(certificate);

        await SendAsync(Transport(server.Port, SmtpSecurity.StartTls));

        server.Messages.Should().ContainSingle().Which.Should().Contain("Subject: Hello");
        server.Commands.SkipWhile(command => command != "STARTTLS").Skip(1).Should().OnlyContain(command => command.StartsWith('*') || command.StartsWith("auth "));
        server.Commands.Should().Contain("auth " + Convert.ToBase64String(Encoding.UTF8.GetBytes("s3cret")));
    }

    [Fact]
    public async Task A_server_that_is_down_is_left_alone_after_five_failures()
    {
        int port;
        await using (var server = new SmtpServer())
        {
            port = server.Port;
        }

        var transport = Transport(port, SmtpSecurity.None);
        for (var i = 0; i < 5; i++)
        {
            await transport.Invoking(SendAsync).Should().ThrowAsync<SmtpException>();
        }

        (await transport.Invoking(SendAsync).Should().ThrowAsync<BrokenCircuitException>()).Which.Should().Match<Exception>(exception => MailFailure.IsUntried(exception));
    }

    [Fact]
    public void What_is_logged_of_a_failure_holds_no_address() =>
        MailFailure.Describe(new SmtpFailedRecipientException(SmtpStatusCode.MailboxUnavailable, "<ada@mail.test>", "no ada@mail.test here"))
            .Should().Be("SmtpFailedRecipientException 550 MailboxUnavailable");

    private static SmtpTransport Transport(int port, SmtpSecurity security) =>
        new(new SmtpSettings("127.0.0.1", port, security, security == SmtpSecurity.None ? null : "cleanapi", security == SmtpSecurity.None ? null : "s3cret"));

    private static async Task SendAsync(SmtpTransport transport)
    {
        using var message = new MailMessage("no-reply@cleanapi.test", "ada@mail.test", "Hello", "Hello");
        await transport.SendAsync(Mail, message, CancellationToken.None);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
