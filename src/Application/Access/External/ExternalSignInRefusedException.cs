namespace CleanApi.Application.Access;

/// <summary>A sign-in at another provider that leads to no session. Not an answer by itself: the browser is sent to a page that says why.</summary>
/// <param name="reason">One of <see cref="ExternalSignInRefusal"/>.</param>
/// <param name="detail">For the log: what exactly was wrong, without secrets.</param>
/// <param name="inner">What was thrown first.</param>
public sealed class ExternalSignInRefusedException(string reason, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>One of <see cref="ExternalSignInRefusal"/>.</summary>
    public string Reason { get; } = reason;
}
