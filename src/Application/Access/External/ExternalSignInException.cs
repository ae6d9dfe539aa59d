namespace CleanApi.Application.Access;

/// <summary>An external sign-in failed. It does not become an error response: the browser is redirected to the error page with the code.</summary>
/// <param name="code">One of <see cref="ExternalSignInErrorCode"/>.</param>
/// <param name="detail">What was wrong, for the log; without secrets.</param>
/// <param name="inner">The cause.</param>
public sealed class ExternalSignInException(string code, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>One of <see cref="ExternalSignInErrorCode"/>.</summary>
    public string Code { get; } = code;
}
