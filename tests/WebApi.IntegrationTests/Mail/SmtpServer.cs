using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CleanApi.Infrastructure.Mail;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>A mail server (RFC 5321) on a free loopback port that keeps what it is told.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly SmtpSecurity security;
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;

    /// <summary>Listens.</summary>
    /// <param name="security">Which way of TLS it offers.</param>
    /// <param name="certificate">With which certificate.</param>
    public SmtpServer(SmtpSecurity security = SmtpSecurity.None, X509Certificate2? certificate = null)
    {
        (this.security, this.certificate) = (security, certificate);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The extensions that it offers beside TLS.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["AUTH PLAIN"];

    /// <summary>Every command line, in order; those under TLS begin with a star.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What was handed over.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>How a recipient is answered; null: not at all.</summary>
    public Func<string, string?> Recipient { get; set; } = _ => "250 Fine";

    /// <summary>How a message is answered.</summary>
    public string Message { get; set; } = "250 Taken";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> sessions = [];
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                sessions.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }

        await Task.WhenAll(sessions);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream plain = client.GetStream();
                if (security != SmtpSecurity.ImplicitTls && !await ServeAsync(plain, isSecure: false, greets: true))
                {
                    return;
                }

                await using var secure = new SslStream(plain);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stopping.Token);
                await ServeAsync(secure, isSecure: true, greets: security == SmtpSecurity.ImplicitTls);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException)
            {
                Commands.Enqueue($"! {exception.GetType().Name}");
            }
        }
    }

    // True when the client asks for TLS.
    private async Task<bool> ServeAsync(Stream stream, bool isSecure, bool greets)
    {
        var reader = new StreamReader(stream, Encoding.UTF8);
        var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        if (greets)
        {
            await writer.WriteLineAsync("220 mail.test");
        }

        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            Commands.Enqueue(isSecure ? $"*{line}" : line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    string[] lines = ["mail.test", .. Extensions, .. security == SmtpSecurity.StartTls && !isSecure ? ["STARTTLS"] : Array.Empty<string>()];
                    await writer.WriteLineAsync(string.Join("\r\n", lines.Select((text, i) => $"250{(i < lines.Length - 1 ? '-' : ' ')}{text}")));
                    break;
                case "STARTTLS":
                    await writer.WriteLineAsync("220 Go ahead");
                    return true;
                case "AUTH":
                    await writer.WriteLineAsync("235 Welcome");
                    break;
                case "RCPT" when Recipient(line) is { } answer:
                    await writer.WriteLineAsync(answer);
                    break;
                case "RCPT":
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go ahead");
                    Messages.Enqueue(await ReadMessageAsync(reader));
                    await writer.WriteLineAsync(Message);
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 Bye");
                    return false;
                default:
                    await writer.WriteLineAsync("250 Fine");
                    break;
            }
        }

        return false;
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line and not ".")
        {
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return message.ToString();
    }
}
