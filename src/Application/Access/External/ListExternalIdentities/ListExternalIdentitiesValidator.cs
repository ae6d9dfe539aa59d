using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

internal sealed class ListExternalIdentitiesValidator() : PagedQueryValidator<ListExternalIdentities>(ExternalIdentityOrder.CreatedAt);
