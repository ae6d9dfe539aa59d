using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Writes down that a code or a password was wrong with which somebody was to prove again who they are.</summary>
/// <param name="AccountId">Whose account.</param>
[AuthenticatedOnly("Sent by the use case that has found out, as the user whom it concerns.")]
[Audited("mfa.failed")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record RecordFailedVerification(AccountId AccountId) : ICommand<Unit>;
