using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>A mail server (RFC 5321) on a free loopback port that keeps what it is told.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;

    /// <summary>Listens.</summary>
    /// <param name="certificate">With which it offers STARTTLS; null: it does not.</param>
    public SmtpServer(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every command line, in order; those under TLS begin with a star.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What was handed over.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>How a recipient is answered.</summary>
    public Func<string, string> Recipient { get; set; } = _ => "250 Fine";

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
        List<Task> talks = [];
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }

        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream plain = client.GetStream();
                if (!await TalkAsync(plain, isSecure: false))
                {
                    return;
                }

                await using var secure = new SslStream(plain);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stopping.Token);
                await TalkAsync(secure, isSecure: true);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                Commands.Enqueue($"! {exception.GetType().Name}");
            }
        }
    }

    // True when the client asks for TLS.
    private async Task<bool> TalkAsync(Stream stream, bool isSecure)
    {
        var reader = new StreamReader(stream, Encoding.UTF8);
        var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        if (!isSecure)
        {
            await writer.WriteLineAsync("220 mail.test");
        }

        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            Commands.Enqueue(isSecure ? $"*{line}" : line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync(certificate is not null && !isSecure ? "250-mail.test\r\n250 STARTTLS" : "250-mail.test\r\n250 AUTH LOGIN");
                    break;
                case "STARTTLS":
                    await writer.WriteLineAsync("220 Go ahead");
                    return true;
                case "AUTH":
                    await AuthenticateAsync(reader, writer, line);
                    break;
                case "RCPT":
                    await writer.WriteLineAsync(Recipient(line));
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go ahead");
                    Messages.Enqueue(await ReadMessageAsync(reader));
                    await writer.WriteLineAsync("250 Taken");
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

    private async Task AuthenticateAsync(StreamReader reader, StreamWriter writer, string line)
    {
        // AUTH LOGIN [user], then the password; both in base64.
        if (line.Split(' ').Length < 3)
        {
            await writer.WriteLineAsync("334 VXNlcm5hbWU6");
            Commands.Enqueue("auth " + await reader.ReadLineAsync(stopping.Token));
        }

        await writer.WriteLineAsync("334 UGFzc3dvcmQ6");
        Commands.Enqueue("auth " + await reader.ReadLineAsync(stopping.Token));
        await writer.WriteLineAsync("235 Welcome");
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
