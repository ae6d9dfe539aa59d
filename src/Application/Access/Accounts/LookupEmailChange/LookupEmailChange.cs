using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>What the link of a change of address does. The link can be used afterwards.</summary>
/// <param name="Token">The token of the link.</param>
[AllowAnonymous("The token is the credential.")]
public sealed record LookupEmailChange(string? Token) : IQuery<EmailChangePreviewResponse>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(LookupEmailChange);
}
