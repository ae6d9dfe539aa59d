using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Rejects a request with a query parameter that its operation does not have, or with a value of the wrong form. What could be bound is validated too, so that
/// the answer tells every fault at once.
/// </summary>
internal sealed class InputFilter : IActionFilter, IOrderedFilter
{
    /// <summary>Runs before every other action filter.</summary>
    public int Order => int.MinValue;

    public void OnActionExecuting(ActionExecutingContext context)
    {
        var http = context.HttpContext;
        QueryParameters.Of(context.ActionDescriptor).Check(http);
        // Not IsValid: MVC's validation is off, which leaves every entry unvalidated.
        foreach (var (key, entry) in context.ModelState.ErrorCount > 0 ? context.ModelState : [])
        {
            if (entry?.Errors.Count > 0)
            {
                InputFaults.Of(http).Add(FieldPlace.Elsewhere, new ErrorDetail(key, FieldCodes.InvalidValue, "This value cannot be read"));
            }
        }

        if (InputFaults.Find(http) is { IsEmpty: false } faults)
        {
            AddInvalidValues(context, faults);
            throw faults.ToError();
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    private static void AddInvalidValues(ActionExecutingContext context, InputFaults faults)
    {
        foreach (var parameter in context.ActionDescriptor.Parameters)
        {
            if (!context.ActionArguments.TryGetValue(parameter.Name, out var argument) || argument is null)
            {
                continue;
            }

            var place = parameter.BindingInfo?.BindingSource == BindingSource.Body ? FieldPlace.Body : FieldPlace.Query;
            foreach (var detail in RequestValidation.Errors(argument, context.HttpContext.RequestServices).ToList())
            {
                faults.AddValue(place, detail);
            }
        }
    }
}
