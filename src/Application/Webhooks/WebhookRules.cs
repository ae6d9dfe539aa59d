using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Webhooks;
using FluentValidation;

namespace CleanApi.Application.Webhooks;

/// <summary>The rules for webhook endpoints in requests.</summary>
internal static class WebhookRules
{
    /// <summary>An address by its form alone: whether this service connects there is decided when it is resolved.</summary>
    public static IRuleBuilderOptions<T, string?> WebhookUrlRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Url is required")
            .Must(text => text!.Length <= SafeUrl.MaxLength, new() { MaxLength = SafeUrl.MaxLength })
            .WithErrorCode(FieldCodes.TooLong).WithMessage($"Must have at most {SafeUrl.MaxLength} characters")
            .Must(text => SafeUrl.TryParse(text!, out _), new() { Format = "uri" })
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage(SafeUrl.NoUrlMessage);

    /// <summary>One to fifty filters; null passes.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> EventTypesRule<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(types => types is null or { Count: > 0 }).WithErrorCode(FieldCodes.TooShort).WithMessage("Name one event at least, or * for all")
            .Must(types => types is null || types.Count <= WebhookEndpoint.MaxEventTypes)
            .WithErrorCode(FieldCodes.TooLong).WithMessage($"Must have at most {WebhookEndpoint.MaxEventTypes} items");

    /// <summary>Whether a filter matches an event's name.</summary>
    public static bool Matches(string filter, string name) => filter == EventTypeFilter.All || NamePattern.Matches(filter, name);
}
