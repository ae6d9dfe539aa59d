using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using FluentValidation;
using System.Collections.Frozen;
using System.Text.Json;

namespace CleanApi.Application.Common.Validation;

/// <summary>The rules that several requests share, with their codes and messages.</summary>
internal static class FieldRules
{
    /// <summary>A predicate that the OpenAPI document describes.</summary>
    /// <param name="rule">The rule so far.</param>
    /// <param name="predicate">Whether a value passes.</param>
    /// <param name="schema">What that says to clients.</param>
    public static IRuleBuilderOptions<T, TProperty> Must<T, TProperty>(
        this IRuleBuilder<T, TProperty> rule, Func<TProperty, bool> predicate, FieldSchema schema) =>
        rule.SetValidator(new DocumentedValidator<T, TProperty>((_, value, _) => predicate(value), schema));

    /// <summary>A valid e-mail address of at most 255 characters.</summary>
    public static IRuleBuilderOptions<T, string?> EmailRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Email is required")
            .Must(text => VisibleText.IsIn(text), new() { MinLength = 1, Pattern = @"\S" })
            .WithErrorCode(FieldCodes.Blank).WithMessage(Domain.Common.NameRule.BlankMessage)
            .Must(text => Nfc.Fits(text.AsSpan().Trim(), EmailAddress.MaxLength), new() { MaxLength = EmailAddress.MaxLength })
            .WithErrorCode(FieldCodes.TooLong).WithMessage("Email too long")
            .Must(text => EmailAddress.TryParse(text, out _), new() { Format = "email", Example = "ada@acme.test" })
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Invalid email format");

    /// <summary>A name, as the aggregate that keeps it requires it.</summary>
    /// <param name="rule">The rule so far.</param>
    /// <param name="name">What it requires.</param>
    /// <param name="label">What messages call the field; null: what they call the name.</param>
    public static IRuleBuilderOptions<T, string?> NameRule<T>(this IRuleBuilderInitial<T, string?> rule, NameRule name, string? label = null) =>
        rule.Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage(label is null ? name.MessageOf(NameViolation.Missing) : $"{label} is required")
            .SetValidator(new DocumentedValidator<T, string?>(
                (_, text, context) => name.Check(text) is not { } violation || context.Tell(Domain.Common.NameRule.CodeOf(violation), name.MessageOf(violation)),
                new() { MinLength = 1, MaxLength = name.MaxLength, Pattern = @"\S" }));

    /// <summary>The token of a link. Whether it is one is found out by using it: a text that cannot be a token is a wrong token.</summary>
    public static IRuleBuilderOptions<T, string?> TokenRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text), new() { MinLength = 1, Example = "tok_p2J9xW0cQ4kT7vB1nM8sR5yL3dF6hZ0aE2gU4iO7jK1" })
            .WithErrorCode(FieldCodes.Required).WithMessage("Token is required");

    /// <summary>A text of several lines, as the aggregate that keeps it requires it, or none.</summary>
    public static IRuleBuilderOptions<T, string?> TextRule<T>(this IRuleBuilderInitial<T, string?> rule, TextRule text) =>
        rule.SetValidator(new DocumentedValidator<T, string?>(
            (_, value, context) => text.Check(value) is not { } violation || context.Tell(Domain.Common.TextRule.CodeOf(violation), text.MessageOf(violation)),
            new() { MaxLength = text.MaxLength }));

    /// <summary>A number between two bounds, or none.</summary>
    public static IRuleBuilderOptions<T, int?> RangeRule<T>(this IRuleBuilderInitial<T, int?> rule, int from, int to) =>
        rule.InclusiveBetween(from, to).WithErrorCode(FieldCodes.OutOfRange).WithMessage($"Must be between {from} and {to}");

    /// <inheritdoc cref="RangeRule{T}(IRuleBuilderInitial{T, int?}, int, int)" />
    public static IRuleBuilderOptions<T, int> RangeRule<T>(this IRuleBuilderInitial<T, int> rule, int from, int to) =>
        rule.InclusiveBetween(from, to).WithErrorCode(FieldCodes.OutOfRange).WithMessage($"Must be between {from} and {to}");

    /// <summary>A search text.</summary>
    public static IRuleBuilderOptions<T, string?> SearchRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => text is null || Nfc.Fits(text, SearchText.MaxLength), new() { MaxLength = SearchText.MaxLength })
            .WithErrorCode(FieldCodes.TooLong).WithMessage($"Must have at most {SearchText.MaxLength} characters")
            // Nothing that is found has one; without it, the search would be another one.
            .Must(text => text is null || !text.Any(char.IsControl))
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must not contain control characters");

    /// <summary>One of the names of its type; a number that has no name is not.</summary>
    public static IRuleBuilderOptions<T, TEnum> KnownRule<T, TEnum>(this IRuleBuilderInitial<T, TEnum> rule) =>
        // FluentValidation's own rule reads attributes by reflection with each value.
        rule.Must(static value => value is null || Known<TEnum>.Values.Contains(value)).WithErrorCode(FieldCodes.InvalidValue).WithMessage($"Must be one of {string.Join(", ", Names<TEnum>())}");

    private static IEnumerable<string> Names<TEnum>() =>
        Enum.GetNames(Nullable.GetUnderlyingType(typeof(TEnum)) ?? typeof(TEnum)).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName);

    private static class Known<TEnum>
    {
        public static readonly FrozenSet<TEnum> Values =
            Enum.GetValues(Nullable.GetUnderlyingType(typeof(TEnum)) ?? typeof(TEnum)).Cast<TEnum>().ToFrozenSet();
    }
}
