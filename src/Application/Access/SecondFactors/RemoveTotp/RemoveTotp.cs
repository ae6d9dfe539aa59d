using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Forgets the secret of the caller's authenticator app; with the last second factor go the recovery codes.</summary>
/// <param name="AccountId">The caller's account.</param>
[AuthenticatedOnly("Sent by the use case that has the caller prove who they are.")]
[Audited("mfa.disabled")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record RemoveTotp(AccountId AccountId) : ICommand<Unit>;
