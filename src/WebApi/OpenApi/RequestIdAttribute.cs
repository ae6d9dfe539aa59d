using System.ComponentModel.DataAnnotations;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Our id of a request.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RequestIdAttribute() : RegularExpressionAttribute(TypeIdSchema.Pattern("req"));
