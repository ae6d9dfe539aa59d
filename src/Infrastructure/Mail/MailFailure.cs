using System.Net.Sockets;
using MailKit.Net.Smtp;
using Polly.CircuitBreaker;

namespace CleanApi.Infrastructure.Mail;

/// <summary>What a failure to send means.</summary>
internal static class MailFailure
{
    private const int FirstPermanentReply = 500;

    /// <summary>Whether the server refused this mail, its sender or its recipient, for now or for good; it works for others.</summary>
    public static bool IsAboutOneMail(Exception exception) =>
        exception is SmtpCommandException { ErrorCode: not SmtpErrorCode.UnexpectedStatusCode, StatusCode: not SmtpStatusCode.ServiceNotAvailable };

    /// <summary>Whether trying again is of no use: the server says that there is no such mailbox (RFC 5321, section 4.2.1: 5yz is permanent).</summary>
    public static bool IsFinal(Exception exception) =>
        exception is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: var reply } && (int)reply >= FirstPermanentReply;

    /// <summary>Whether the server was not even asked.</summary>
    public static bool IsUntried(Exception exception) => exception is BrokenCircuitException;

    /// <summary>For the log and the row: kinds and codes, because messages of mail servers repeat addresses.</summary>
    public static string Describe(Exception exception)
    {
        var own = exception switch
        {
            SmtpCommandException smtp => $"{smtp.ErrorCode} {(int)smtp.StatusCode}",
            SocketException socket => $"{nameof(SocketException)} {socket.SocketErrorCode}",
            // Our own words, which name templates and placeholders; derived types are MailKit's and carry the server's.
            InvalidOperationException when exception.GetType() == typeof(InvalidOperationException) => exception.Message,
            _ => exception.GetType().Name,
        };
        return exception.InnerException is { } inner ? $"{own}: {Describe(inner)}" : own;
    }
}
