using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Access;

/// <summary>
/// Opens another session of the caller's account, in another of its organizations, as a continuation of the present one, which goes on: it ends with it and
/// proves no more. A second factor that the present session has not proved is asked for.
/// </summary>
/// <param name="OrganizationId">An organization that the account is in.</param>
[AuthenticatedOnly("Everybody may enter the organizations that they are in.")]
[AllowedBeforeMfaEnrollment]
[Audited(SessionCreator.Action)]
[ManagesTransaction("Opens the session in another organization than the caller's.")]
[NotReplayed("The tokens of a session are for whoever has signed in, at that moment.")]
public sealed record SwitchOrganization(OrganizationId? OrganizationId) : ICommand<SignInResponse>;
