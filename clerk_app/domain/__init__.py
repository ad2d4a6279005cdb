"""Pure values and rules of the field: people, households, money, dates, numbers. Nothing here touches the outside world."""
