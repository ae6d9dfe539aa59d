using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>An administrator reset a user's second factors.</summary>
[EventName("user.factors_reset.v1")]
public sealed record UserFactorsReset(UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
