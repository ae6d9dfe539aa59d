using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

internal sealed class ListPasskeysValidator() : PagedQueryValidator<ListPasskeys>(PasskeyOrder.CreatedAt);
