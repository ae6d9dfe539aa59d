using System.ComponentModel.DataAnnotations;

namespace CleanApi.WebApi.Common;

/// <summary>A number without an upper bound.</summary>
/// <param name="minimum">The lower one.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AtLeastAttribute(double minimum) : RangeAttribute(minimum, double.PositiveInfinity);
