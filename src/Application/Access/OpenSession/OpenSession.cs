using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Opens a session for the caller, who has proved who they are.</summary>
/// <param name="AccountId">The caller's account.</param>
/// <param name="Proof">How they proved it.</param>
[AuthenticatedOnly("Sent by the use case that has verified the proof, as the user that it belongs to.")]
[Audited("sign_in")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record OpenSession(AccountId AccountId, SignInProof Proof) : ICommand<SignInResponse>;
