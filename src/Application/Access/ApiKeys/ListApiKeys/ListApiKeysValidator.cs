using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

internal sealed class ListApiKeysValidator() : PagedQueryValidator<ListApiKeys>(ApiKeyOrder.CreatedAt);
