using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Access;

/// <summary>A use of an API key.</summary>
internal sealed record ApiKeyUse(OrganizationId Organization, ApiKeyId Key, DateTimeOffset At);
