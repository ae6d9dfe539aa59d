using CleanApi.Application.Common.Behaviours;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Common.Validation;

/// <summary>Validates a request outside of the pipeline: for an answer that tells its invalid values beside faults of its form.</summary>
public static class RequestValidation
{
    private const string Part = nameof(Part);

    /// <summary>The errors of a part of a request: without what its path says, and without what has a fault of form. None where nothing validates it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="services">Where its validator is.</param>
    public static IEnumerable<ErrorDetail> Errors(object request, IServiceProvider services) =>
        services.GetService(typeof(IValidator<>).MakeGenericType(request.GetType())) is IValidator validator
            ? validator.Validate(new ValidationContext<object>(request) { RootContextData = { [Part] = true } }).Errors.Select(FieldPath.ToDetail)
            : [];

    /// <summary>Whether only a part of a request is validated, so that what depends on all of it cannot be judged.</summary>
    internal static bool IsOfPart(this IValidationContext context) => context.RootContextData.ContainsKey(Part);
}
