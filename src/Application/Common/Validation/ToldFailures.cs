using CleanApi.Domain.Errors;
using FluentValidation;
using FluentValidation.Results;

namespace CleanApi.Application.Common.Validation;

/// <summary>Failures of a rule that has several, each with its own code and message.</summary>
internal static class ToldFailures
{
    /// <summary>Tells one. Returns true: the rule that tells it has no failure of its own beside it.</summary>
    public static bool Tell<T>(this ValidationContext<T> context, string code, string message)
    {
        context.AddFailure(new ValidationFailure(context.PropertyPath, message) { ErrorCode = code });
        return true;
    }

    /// <summary>Tells each.</summary>
    public static bool Tell<T>(this ValidationContext<T> context, IReadOnlyList<ErrorDetail> errors)
    {
        foreach (var error in errors)
        {
            context.Tell(error.Code, error.Message);
        }

        return true;
    }
}
