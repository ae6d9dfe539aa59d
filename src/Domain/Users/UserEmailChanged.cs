using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>The address of a user was changed, with that of their account.</summary>
[EventName("user.email_changed.v1")]
public sealed record UserEmailChanged(UserId UserId, OrganizationId OrganizationId, EmailAddress Email) : IOrganizationEvent;
