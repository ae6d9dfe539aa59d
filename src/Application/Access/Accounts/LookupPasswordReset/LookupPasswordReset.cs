using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Whose password the link sets. The link can be used afterwards.</summary>
/// <param name="Token">The token of the link.</param>
[AllowAnonymous("The token is the credential.")]
public sealed record LookupPasswordReset(string? Token) : IQuery<PasswordResetPreviewResponse>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(LookupPasswordReset);
}
