using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

internal sealed class ListMySessionsValidator() : PagedQueryValidator<ListMySessions>(SessionOrder.CreatedAt);
