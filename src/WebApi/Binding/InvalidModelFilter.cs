using CleanApi.Domain.Errors;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>Rejects a request whose query, path or headers could not be bound, with all errors.</summary>
internal sealed class InvalidModelFilter : IActionFilter, IOrderedFilter
{
    /// <summary>Runs before every other action filter.</summary>
    public int Order => int.MinValue;

    public void OnActionExecuting(ActionExecutingContext context)
    {
        // Not IsValid: MVC's validation is off, which leaves every entry unvalidated.
        if (context.ModelState.ErrorCount > 0)
        {
            throw Error(context);
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    private static ValidationError Error(ActionExecutingContext context)
    {
        List<ErrorDetail> details = [];
        var isQuery = false;
        foreach (var (key, entry) in context.ModelState)
        {
            foreach (var error in entry?.Errors ?? [])
            {
                isQuery |= !context.RouteData.Values.ContainsKey(key);
                details.Add(Detail(key, error));
            }
        }

        return new ValidationError(details, isQuery ? ValidationError.Query : ValidationError.Request);
    }

    private static ErrorDetail Detail(string key, ModelError error) =>
        error.Exception is BindingFailure failure
            ? new ErrorDetail(CamelCase(key), failure.Code, failure.Message)
            : new ErrorDetail(CamelCase(key), FieldCodes.InvalidValue, "Invalid value");

    private static string? CamelCase(string key) =>
        key.Length == 0 ? null : string.Join('.', key.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}
