using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

/// <summary>The rules for scopes in requests.</summary>
internal static class ScopeRules
{
    /// <summary>One to all of <see cref="ApiKeyScopes.All"/>; null passes.</summary>
    /// <param name="rule">The field.</param>
    /// <param name="empty">What an empty list is told.</param>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> ScopesRule<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule, string empty) =>
        rule.Must(scopes => scopes is null or { Count: > 0 }).WithErrorCode(FieldCodes.TooShort).WithMessage(empty)
            .Must(scopes => scopes is null || scopes.Count <= ApiKeyScopes.All.Count)
            .WithErrorCode(FieldCodes.TooLong).WithMessage($"Must have at most {ApiKeyScopes.All.Count} items: there are no more scopes");

    /// <summary>One of <see cref="ApiKeyScopes.All"/>.</summary>
    public static IRuleBuilderOptions<T, string> ScopeRule<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(ApiKeyScopes.Contains).WithErrorCode(FieldCodes.InvalidValue).WithMessage($"Must be one of {string.Join(", ", ApiKeyScopes.All)}");
}
