using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Keeps the secret of an authenticator app that is being set up; answers the account's version.</summary>
/// <param name="AccountId">Whose.</param>
/// <param name="EncryptedSecret">The secret, encrypted.</param>
[AuthenticatedOnly("Sent by the use case that has the caller prove who they are.")]
[NotAudited("Nothing is on yet; the confirmation is audited.")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record KeepTotpSecret(AccountId AccountId, byte[] EncryptedSecret) : ICommand<long>
{
    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(KeepTotpSecret);
}
